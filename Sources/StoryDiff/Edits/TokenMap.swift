/// For each token of one side, the token of the other that it is; −1 where there is none.
///
/// All blocks that were edited keep theirs until the report is made, so places have four bytes each.
struct TokenMap {
  private var places: [Int32]

  init(count: Int) { places = Array(repeating: -1, count: count) }

  var count: Int { places.count }

  subscript(token: Int) -> Int {
    @inline(__always) get { Int(places[token]) }
    set { places[token] = Int32(newValue) }
  }
}
