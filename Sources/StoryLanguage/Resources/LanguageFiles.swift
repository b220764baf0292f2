/// The language files that ship with the program, as bytes of JSON.
///
/// A module of its own, so that the files are compiled in again only when one of them changes.
public enum LanguageFiles {
  public static var all: [[UInt8]] {
    [
      PackageResources.en_json, PackageResources.fr_json, PackageResources.de_json,
      PackageResources.es_json,
    ]
  }
}
