import StoryModel
import Testing

@testable import StoryCapture

@Suite struct `Pages` {
  static let page = """
    <!DOCTYPE html>
    <html lang="en_GB"><head>
    <meta charset="utf-8">
    <title>Harbour ferry to stop for repairs | The Tallow Courier</title>
    <meta property="og:site_name" content="The Tallow Courier">
    <meta property="og:title" content="Ferry to stop &amp; start">
    <meta property="article:modified_time" content="2025-05-14T20:15:00+01:00">
    <link rel="canonical" href="https://courier.example/news/ferry">
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Courier"},
     {"@type": ["NewsArticle"], "headline": "Harbour ferry to stop for repairs",
      "datePublished": "2025-05-14T18:00:00+01:00", "articleSection": ["Local", "Sea"],
      "correction": "An earlier version of this story gave the wrong day."}]}
    </script>
    <style>p { color: red }</style>
    </head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <article>
      <header><h1>Harbour ferry to stop
        for repairs</h1>
      <p class="article__standfirst">Nothing will replace it until spring.</p>
      <p class="byline">By <a href="/maud">Maud Penhale</a></p>
      <time datetime="2025-05-14">14 May 2025</time></header>
      <div class="share-bar"><a href="#">Share</a> this story on all the networks that there are</div>
      <p>The <b>last</b> ferry across <a href="/sound">Tallow&nbsp;Sound</a>   will leave
      on&#160;Friday<em>,</em> the harbour board said &mdash; at&shy;last.</p>
      <figure><img src="a.jpg" alt="a ferry"><figcaption>The ferry in 1934. Photograph: Board</figcaption></figure>
      <h2>What happens to the islanders?</h2>
      <blockquote><p>Nobody rang.</p><p>Nobody at all.</p></blockquote>
      <ul><li>Monday: the old mill</li><li>Tuesday: <p>the town hall</p></li></ul>
      <table><tr><th>Boat</th><th>Engines</th></tr><tr><td>Ida</td><td>4</td></tr></table>
      <p>First line<br>second line<br><br>A paragraph of its own.</p>
      <p><a href="/other">Read more: Ten ferries that sank within sight of a harbour</a></p>
      <p hidden>Secret words.</p><p style="display: none">More secrets.</p>
      <script>document.write("<p>Scripted</p>")</script>
      <aside>Subscribe to our letter about boats, which comes each week.</aside>
      <p>Correction: The ferry has four engines, not three.</p>
    </article>
    <footer>© The Tallow Courier, all rights reserved in every harbour of the world</footer>
    </body></html>
    """

  private func read(_ html: String) throws -> Capture {
    try StoryReader.read(CaptureInput(bytes: Array(html.utf8)))
  }

  @Test(arguments: ["aside", "footer"])
  func `a notice of the newsroom is read wherever the page puts it`(tag: String) throws {
    let notice = "Correction: An earlier version of this article said that 400 people came."
    let capture = try read(
      """
      <html><body><article><h1>Fair draws 300</h1>
      <p>The fair drew 300 people on Monday, the mayor said at the old town hall.</p>
      <p>It will be held again next year, and stalls will be free for farmers.</p>
      <aside>Subscribe to our letter about fairs, which comes each week.</aside>
      <\(tag) class="note"><p>\(notice)</p></\(tag)></article></body></html>
      """)
    #expect(capture.document.blocks.last?.text == notice)
    #expect(!capture.document.plainText.contains("Subscribe"))
  }

  @Test func `an article is read block by block, and nothing around it`() throws {
    let capture = try read(Self.page)
    #expect(capture.mediaType == "text/html")
    #expect(capture.extractor == "html/2")
    #expect(capture.warnings.isEmpty)
    #expect(
      capture.document.blocks == [
        Block(.headline, "Harbour ferry to stop for repairs"),
        Block(.standfirst, "Nothing will replace it until spring."),
        Block(.byline, "By Maud Penhale"),
        Block(
          .paragraph,
          "The last ferry across Tallow\u{A0}Sound will leave on\u{A0}Friday, the harbour board said — at\u{AD}last."
        ),
        Block(.caption, "The ferry in 1934. Photograph: Board"),
        Block(.heading, "What happens to the islanders?"),
        Block(.quote, "Nobody rang."),
        Block(.quote, "Nobody at all."),
        Block(.listItem, "Monday: the old mill"),
        Block(.listItem, "Tuesday:"),
        Block(.listItem, "the town hall"),
        Block(.tableRow, "Boat\tEngines"),
        Block(.tableRow, "Ida\t4"),
        Block(.paragraph, "First line second line"),
        Block(.paragraph, "A paragraph of its own."),
        Block(.notice, "Correction: The ferry has four engines, not three."),
        Block(.notice, "An earlier version of this story gave the wrong day."),
      ])
  }

  @Test func `a page with several articles of some length says which was taken`() throws {
    func article(_ name: String, sentences: Int) -> String {
      let text = String(
        repeating: "The \(name) will be closed until the spring. ", count: sentences)
      return "<article><h2>The \(name)</h2><p>\(text)</p></article>"
    }
    func read(_ articles: String...) throws -> Capture {
      let html =
        "<html><body><main><h1>News</h1>\(articles.joined(separator: "\n"))</main></body></html>"
      return try StoryReader.read(CaptureInput(bytes: Array(html.utf8)))
    }
    let two = try read(article("harbour", sentences: 8), article("market", sentences: 20))
    #expect(
      two.warnings == ["the page holds 2 articles of some length: the one with most text was taken"]
    )
    #expect(two.document.plainText.contains("market"))
    #expect(!two.document.plainText.contains("harbour"))
    let equal = try read(
      article("harbour", sentences: 8), article("market", sentences: 8),
      article("library", sentences: 8))
    #expect(equal.warnings.count == 1)
    #expect(equal.warnings.first?.contains("3 articles") == true)
    let areAllThere = ["harbour", "market", "library"].allSatisfy {
      equal.document.plainText.contains($0)
    }
    #expect(equal.warnings.first?.contains("read as one story") == areAllThere)
    let teased = try read(article("harbour", sentences: 20), article("market", sentences: 1))
    #expect(teased.warnings.isEmpty)
  }

  @Test func `what a page says of its story becomes metadata`() throws {
    let metadata = try read(Self.page).document.metadata
    #expect(metadata.publishedAt == Instant("2025-05-14T18:00:00+01:00"))
    #expect(metadata.modifiedAt == Instant("2025-05-14T20:15:00+01:00"))
    #expect(metadata.language == "en-GB")
    #expect(metadata.canonicalURL == "https://courier.example/news/ferry")
    #expect(metadata.section == "Local")
  }

  @Test func `linked data that is no JSON is passed over with a warning`() throws {
    let capture = try read(
      """
      <html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
      </head><body><article><p>The ferry across the Sound has stopped for good.</p></article></body></html>
      """)
    #expect(capture.warnings.count == 1)
    #expect(
      capture.document.blocks.map(\.text) == ["The ferry across the Sound has stopped for good."])
  }

  @Test func `a page without readable text is read from its linked data`() throws {
    let capture = try read(
      #"""
      <html><head><script type="application/ld+json">[{"@type": "NewsArticle",
      "headline": "Ferry stops &amp; sinks", "articleBody": "The ferry has stopped.\n\nNobody knows why, said A &amp; B."}]
      </script></head><body><div id="app"></div></body></html>
      """#)
    #expect(
      capture.document.blocks.map(\.text) == [
        "Ferry stops & sinks", "The ferry has stopped.", "Nobody knows why, said A & B.",
      ])
    #expect(capture.document.headline == "Ferry stops & sinks")
  }

  @Test func `of several articles the one with most text is the story`() throws {
    let teaser =
      "<article><h2>Other</h2><p>Another story is announced here in a few words.</p></article>"
    let capture = try read(
      "<body>\(teaser)<article><h1>Ferry stops</h1>"
        + String(
          repeating: "<p>The board of the harbour met again, and decided nothing.</p>", count: 5)
        + "</article>\(teaser)</body>")
    #expect(capture.document.blocks.count == 6)
    #expect(capture.document.headline == "Ferry stops")
  }

  @Test func `a page that marks nothing is read where its prose is densest`() throws {
    let links = (1...30).map { "<li><a href='/\($0)'>Some other story number \($0)</a></li>" }
      .joined()
    let capture = try read(
      "<html><head><title>Ferry stops</title></head><body><div id=left><ul>\(links)</ul></div><div id=mid>"
        + "<p>The ferry across the Sound has stopped, the board said.</p>"
        + "<p>It has asked three yards for an offer, and none has answered.</p></div></body></html>"
    )
    #expect(
      capture.document.blocks.map(\.text) == [
        "Ferry stops", "The ferry across the Sound has stopped, the board said.",
        "It has asked three yards for an offer, and none has answered.",
      ])
  }

  @Test func `a page is decoded by the charset that it declares`() throws {
    let head = Array(
      "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>"
        .utf8)
    let bytes: [UInt8] = head + [0xCF, 0xE0, 0xF0, 0xEE, 0xEC] + Array("</p></body></html>".utf8)
    let capture = try StoryReader.read(CaptureInput(bytes: bytes))
    #expect(capture.charset == "windows-1251")
    #expect(capture.charsetSource == .declared)
    #expect(capture.document.blocks.map(\.text) == ["Паром"])
  }

  @Test func `a page without a word is an error`() {
    #expect(throws: CaptureError.self) {
      try read("<html><body><script>x()</script></body></html>")
    }
  }

  @Test func `a page of which only the title can be read says so`() throws {
    let capture = try read(
      "<html><head><title>Ferry stops</title></head><body><script>x()</script></body></html>")
    #expect(capture.document.blocks == [Block(.headline, "Ferry stops")])
    #expect(capture.warnings.count == 1)
  }

  @Test func `a text that speaks of tags is no page`() throws {
    let capture = try read("Editors learn HTML\n\nA paragraph begins with <p> and ends with </p>.")
    #expect(capture.mediaType == "text/plain")
    #expect(capture.document.blocks.count == 2)
  }

  @Test(arguments: ["<div>", "<b>", "<p><a>", "<table><tr><td>", "<ul><li>", "<blockquote><p>"])
  func `tags nested a hundred thousand deep are read`(tags: String) throws {
    let html =
      "<html><body>" + String(repeating: tags, count: 100_000) + "<p>The ferry has stopped.</p>"
      + String(repeating: "</div></i>", count: 50_000)
    #expect(try read(html).document.blocks.map(\.text) == ["The ferry has stopped."])
  }

  @Test func `a menu that was not closed does not swallow the story`() throws {
    let capture = try read(
      "<body><nav><a href='/'>Home</a><div><article>"
        + "<p>The ferry across the Sound has stopped, the board said.</p></article></div></body>")
    #expect(
      capture.document.blocks.map(\.text) == [
        "The ferry across the Sound has stopped, the board said."
      ])
  }

  @Test func `times without an offset are taken as UTC with a warning`() throws {
    let capture = try read(
      "<html><head><meta property='article:published_time' content='2025-05-14T18:00:00'></head>"
        + "<body><p>The ferry has stopped.</p></body></html>")
    #expect(capture.document.metadata.publishedAt == Instant("2025-05-14T18:00:00Z"))
    #expect(capture.warnings.count == 1)
  }

  @Test func `pointers to other stories go, with the heading over them, and notices stay`() throws {
    let capture = try read(
      "<article><h1>Ferry stops</h1><p>The ferry across the Sound has stopped, the board said.</p>"
        + "<h2><a href='#why'>Why it stopped</a></h2><p>Printing of tickets goes on.</p>"
        + "<h3>Related stories</h3><ul><li><a href='/a'>Ten ferries</a></li><li><a href='/b'>A boat</a></li></ul>"
        + "<p><a href='/c'>How the Ida was built</a></p><p>Advertisement</p>"
        + "<h4>This is a developing story.</h4><h4>Latest</h4></article>")
    #expect(
      capture.document.blocks == [
        Block(.headline, "Ferry stops"),
        Block(.paragraph, "The ferry across the Sound has stopped, the board said."),
        Block(.heading, "Why it stopped"), Block(.paragraph, "Printing of tickets goes on."),
        Block(.notice, "This is a developing story."),
      ])
  }
}
