extension HTMLPage {
  /// The element that holds the story: the one the page marks as such, else the densest.
  ///
  /// A marked one counts only where it holds a fair part of the page's prose: pages mark teasers
  /// as articles too.
  func storyContainer() -> Int? {
    let dense = densestContainer()
    let enough = dense.map { proseLength[$0] / 2 } ?? 0
    var best: [(index: Int, prose: Int)] = [(-1, 0), (-1, 0), (-1, 0)]
    for (index, node) in tree.nodes.enumerated() where !isDropped[index] && node.text == nil {
      guard let rank = markedRank(node), proseLength[index] > best[rank].prose else { continue }
      best[rank] = (index, proseLength[index])
    }
    for (rank, candidate) in best.enumerated()
    where candidate.index >= 0 && candidate.prose >= max(enough, 1) {
      return rank == 0 ? articleAround(candidate.index) : candidate.index
    }
    return dense.map { widened($0) } ?? longest()
  }

  /// What to say of a page with several articles of substantial text, of which `container` was read;
  /// nil where it has one.
  func warningOfOtherArticles(than container: Int) -> String? {
    var articles: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard !isDropped[index], node.text == nil, markedRank(node) == 1 else {
        index += 1
        continue
      }
      articles.append(index)
      // An article in another, as a live page's posts are, is a part of that.
      index = max(node.end, index + 1)
    }
    let most = articles.map { proseLength[$0] }.max() ?? 0
    articles.removeAll { proseLength[$0] < max(HTMLPage.substantial, most / 4) }
    guard articles.count > 1 else { return nil }
    let read = articles.first { (($0)..<max(tree.nodes[$0].end, $0 + 1)).contains(container) }
    let fate =
      switch read {
      case nil: "they were read as one story"
      case let read? where proseLength[read] == most: "the one with most text was taken"
      default: "the one whose body is marked as the story's was taken"
      }
    return "the page holds \(articles.count) articles of some length: \(fate)"
  }

  /// Bytes of prose, spaces not counted, that make an article more than a teaser.
  private static let substantial = 100

  /// Where no line is long enough for prose: the marked element with most text, else the body.
  private func longest() -> Int? {
    let shown = tree.nodes.indices.filter {
      !isDropped[$0] && tree.nodes[$0].text == nil && textLength[$0] > 0
    }
    return shown.filter { markedRank(tree.nodes[$0]) != nil }.max {
      textLength[$0] < textLength[$1]
    }
      ?? shown.first { tree.nodes[$0].tag == .body } ?? shown.first
  }

  /// The article that an article's body stands in, for its headline and standfirst; the body
  /// itself where there is none, or where the article holds much else.
  private func articleAround(_ body: Int) -> Int {
    var parent = tree.nodes[body].parent
    while parent >= 0 {
      if markedRank(tree.nodes[parent]) == 1 {
        return proseLength[parent] * 2 <= proseLength[body] * 3 ? parent : body
      }
      parent = tree.nodes[parent].parent
    }
    return body
  }

  /// The element, or one around it that adds prose and few links: stories stand in several parts.
  private func widened(_ index: Int) -> Int {
    var chosen = index
    var parent = tree.nodes[index].parent
    while parent >= 0, tree.nodes[parent].tag != .body, tree.nodes[parent].tag != .html {
      let isCleaner = linkLength[parent] * 10 <= textLength[parent] * 3
      if proseLength[parent] * 4 > proseLength[chosen] * 5, isCleaner { chosen = parent }
      parent = tree.nodes[parent].parent
    }
    return chosen
  }

  /// 0 for the body of an article, 1 for an article, 2 for a page's main part.
  private func markedRank(_ node: HTMLTree.Node) -> Int? {
    if node["itemprop"]?.split(separator: " ").contains("articleBody") == true { return 0 }
    switch node.tag {
    case .article: return 1
    case .main: return 2
    default:
      switch node["role"] {
      case "article": return 1
      case "main": return 2
      default: return nil
      }
    }
  }

  /// The element whose paragraphs hold most text outside links: each block of prose counts for its
  /// parent, and half for the one above (after Arc90's Readability).
  private func densestContainer() -> Int? {
    let nodes = tree.nodes
    var score = [Double](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated()
    where !isDropped[index] && node.tag.isBlock && node.text == nil {
      let own = ownProse(index)
      guard own > 0 else { continue }
      let holder =
        node.tag == .p || node.tag.isHeading || node.tag == .li || node.tag == .blockquote
      let first = holder ? node.parent : index
      guard first >= 0 else { continue }
      score[first] += Double(own)
      if nodes[first].parent >= 0 { score[nodes[first].parent] += Double(own) / 2 }
    }
    var best: Int?
    var highest = 0.0
    for index in nodes.indices where score[index] > 0 && !isDropped[index] {
      let links = Double(linkLength[index]) / Double(max(textLength[index], 1))
      let value = score[index] * (1 - links)
      if value > highest {
        highest = value
        best = index
      }
    }
    return best
  }

  /// The prose of the block itself, without that of the blocks in it.
  private func ownProse(_ index: Int) -> Int {
    var own = proseLength[index]
    var child = index + 1
    while child < tree.nodes[index].end {
      own -= proseLength[child]
      child = tree.nodes[child].end
    }
    return own
  }
}
