/// How many letters have to be put in, left out, replaced or swapped with their neighbour to make one
/// word of the other (optimal string alignment); more than `limit` counts as `limit` + 1.
///
/// O(letters of one × letters of the other), which for words is little.
public func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
  if abs(a.unicodeScalars.count - b.unicodeScalars.count) > limit { return limit + 1 }
  let x = Array(a.unicodeScalars), y = Array(b.unicodeScalars)
  var beforeLast = [Int](repeating: 0, count: y.count + 1), row = beforeLast
  var last = Array(0...y.count)
  for i in 0..<x.count {
    row[0] = i + 1
    for j in 0..<y.count {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
      if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row[j + 1] = best
    }
    // The row before the last is written over by the next.
    swap(&beforeLast, &last)
    swap(&last, &row)
  }
  return min(last[y.count], limit + 1)
}
