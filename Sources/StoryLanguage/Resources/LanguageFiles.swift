/// The language files that ship with the program, as bytes of JSON.
///
/// A module of its own, so that the files are compiled in again only when one of them changes.
public enum LanguageFiles {
  public static var english: [UInt8] { PackageResources.en_json }
  public static var french: [UInt8] { PackageResources.fr_json }
  public static var german: [UInt8] { PackageResources.de_json }
  public static var spanish: [UInt8] { PackageResources.es_json }
}
