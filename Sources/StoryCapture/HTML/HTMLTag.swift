/// The elements that reading a story treats differently from others.
enum HTMLTag: String, Sendable {
  case html, head, body, title, meta, link, script, style, base
  case article, main, section, div, header, footer, aside, nav, address, center, fieldset, details
  case p, h1, h2, h3, h4, h5, h6, pre, blockquote, hr, br
  case ul, ol, li, dl, dt, dd, menu
  case figure, figcaption, table, caption, thead, tbody, tfoot, tr, td, th
  case a, time, img, cite, sup
  case form, button, svg, noscript, template, iframe, select, textarea, input, object, video, audio
  case canvas, map, dialog, label, option
  /// Any other: an inline element.
  case other

  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .article, .main, .section, .div, .header, .footer, .aside, .nav,
      .address, .center, .fieldset, .details, .p, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote,
      .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .figure, .figcaption, .table, .caption, .thead,
      .tbody, .tfoot, .tr, .td, .th, .form, .dialog, .option:
      true
    default: false
    }
  }

  /// Whether what stands in it is no text of a story, wherever it is.
  var isNeverText: Bool {
    switch self {
    case .head, .script, .style, .button, .svg, .noscript, .template, .iframe, .select, .textarea,
      .input, .object, .video, .audio, .canvas, .map:
      true
    default: false
    }
  }

  /// Whether it is furniture of a page by its name, unless it holds most of the page: a tag that
  /// was not closed does.
  var isFurniture: Bool {
    switch self {
    case .nav, .aside, .footer, .dialog, .menu: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
