/// How many letters have to be put in, left out, replaced or swapped with their neighbour to make one
/// word of the other (optimal string alignment); more than `limit` counts as `limit` + 1.
///
/// O(letters of one × letters of the other), which for words is little.
public func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
  let x = Array(a.unicodeScalars), y = Array(b.unicodeScalars)
  if abs(x.count - y.count) > limit { return limit + 1 }
  var beforeLast = [Int](repeating: 0, count: y.count + 1)
  var last = Array(0...y.count)
  for i in 0..<x.count {
    var row = [i + 1] + [Int](repeating: 0, count: y.count)
    for j in 0..<y.count {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
      if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row[j + 1] = best
    }
    beforeLast = last
    last = row
  }
  return min(last[y.count], limit + 1)
}
