extension HTMLPage {
  /// The one style sheet of every page: a newspaper's column, light and dark, screen and paper.
  ///
  /// Text has a contrast of 7:1 or more on its ground. Deleted and inserted words differ by their
  /// line besides their colour.
  static let style = """
    :root{color-scheme:light dark;--paper:#fdfcf8;--ink:#1c1b19;--quiet:#57534b;--rule:#cfc9bb;
    --panel:#f5f2ea;--ins:#0b4420;--ins-bg:#dcf1e0;--del:#7c1d14;--del-bg:#fae1dd;--warn:#5c3d00;
    --warn-bg:#fdf0cf;--link:#1b3f77}
    @media (prefers-color-scheme:dark){:root{--paper:#171613;--ink:#ece7db;--quiet:#b5ae9f;
    --rule:#47433a;--panel:#211f1a;--ins:#a9e5ba;--ins-bg:#123420;--del:#ffbdb2;--del-bg:#471d18;
    --warn:#ffdf94;--warn-bg:#3d2f0d;--link:#a8c7fa}}
    *{box-sizing:border-box}
    html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:64rem;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;
    font:1.0625rem/1.6 Charter,"Iowan Old Style",Georgia,"Times New Roman",serif;
    overflow-wrap:anywhere}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    h1,h2,h3{line-height:1.2;font-weight:700;text-wrap:balance}
    h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);letter-spacing:-.015em;margin:.2rem 0 .5rem}
    h2{font-size:1.4rem;margin:2.5rem 0 1rem;padding-top:.75rem;border-top:3px double var(--ink)}
    h3{font-size:1.0625rem;margin:1.75rem 0 .5rem}
    p{margin:0 0 .75rem}
    .kicker,.note,.label,th,legend,summary,.views label,dt,caption{
    font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
    .kicker{font-size:.8125rem;letter-spacing:.06em;color:var(--quiet);margin:0}
    .kicker b{color:var(--ink);text-transform:uppercase;letter-spacing:.12em;margin-inline-end:.75em}
    header{border-top:6px solid var(--ink);padding-top:.75rem}
    .note{font-size:.875rem;line-height:1.5;color:var(--quiet)}
    .lead{font-size:1.25rem;line-height:1.5;max-width:44rem;margin:1.25rem 0}
    .warning{background:var(--warn-bg);color:var(--warn);border-inline-start:4px solid;
    padding:.6rem .9rem;max-width:44rem}
    .skip{position:absolute;inset-inline-start:-999rem}
    .skip:focus{position:static;display:inline-block;padding:.5rem}
    .vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap;user-select:none}
    ins{background:var(--ins-bg);color:var(--ins);text-decoration:underline;
    text-decoration-thickness:.09em;text-underline-offset:.18em;border-radius:2px}
    del{background:var(--del-bg);color:var(--del);text-decoration:line-through;
    text-decoration-thickness:.09em;border-radius:2px}
    del+ins{margin-inline-start:.15em}
    .headline{font-size:1.375rem;line-height:1.3;font-weight:700;margin:0 0 .4rem;max-width:44rem}
    li.marked{list-style:none}
    ul.plain{list-style:none;margin:0;padding:0;max-width:44rem}
    ul.plain li{padding:.5rem 0;border-top:1px solid var(--rule)}
    .label{display:block;font-size:.8125rem;color:var(--quiet)}
    dl.versions{display:grid;grid-template-columns:1fr 1fr;gap:.25rem 2rem;margin:1rem 0 0;
    border-top:1px solid var(--rule);padding-top:.75rem}
    dt{font-size:.8125rem;font-weight:700}
    dd{margin:0}
    dl.versions dt{grid-row:1}
    dl.versions dd{grid-row:2}
    dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.25rem}
    dl.facts dt{line-height:1.7rem;color:var(--quiet)}
    table{border-collapse:collapse;width:100%;font-size:.9688rem;line-height:1.45;
    overflow-wrap:break-word}
    caption{text-align:start;font-size:.875rem;color:var(--quiet);padding-bottom:.5rem}
    th{font-size:.75rem;letter-spacing:.04em;text-align:start;color:var(--quiet);font-weight:600;
    padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--ink);vertical-align:bottom}
    tbody th{border-bottom:1px solid var(--rule);color:var(--ink);font-size:.875rem;
    vertical-align:top;padding-top:.6rem}
    td{padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
    td.change{overflow-wrap:anywhere;font-size:1.0625rem;font-weight:700;min-width:9rem}
    td.change span,td.change ins,td.change del{font-weight:400}
    td .open{font-weight:700}
    .views{border:0;padding:0;margin:0 0 1.25rem;display:none}
    .views legend{float:inline-start;font-size:.875rem;color:var(--quiet);padding:.4rem .9rem .4rem 0}
    .views input{position:absolute;opacity:0}
    .views label{display:inline-block;font-size:.875rem;padding:.4rem .9rem;cursor:pointer;
    border:1px solid var(--ink);margin-inline-end:-1px}
    .views input:checked+label{background:var(--ink);color:var(--paper)}
    .views input:focus-visible+label{outline:3px solid var(--link);outline-offset:2px}
    .block{margin:0 0 1.1rem;padding-inline-start:1rem;border-inline-start:3px solid var(--rule);
    scroll-margin-top:1rem}
    .block:target{background:var(--panel)}
    .block h3{font:600 .8125rem/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;
    color:var(--quiet);margin:0 0 .15rem}
    .block.added{border-color:var(--ins)}
    .block.removed{border-color:var(--del)}
    .inline{max-width:44rem}
    .inline p:last-child,.pair p{margin:0}
    .kind-headline p,.kind-heading p{font-weight:700}
    .kind-headline p{font-size:1.25rem;line-height:1.35}
    .kind-caption p,.kind-byline p{color:var(--quiet)}
    .kind-quote p{font-style:italic}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:.75rem}
    .pair .none{color:var(--quiet)}
    .side-label{font:600 .75rem/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;
    color:var(--quiet);display:block}
    @supports selector(:has(*)){
    .views{display:flow-root}
    .text .pair{display:none;margin-top:0}
    .text:has(#side:checked) .pair{display:grid}
    .text:has(#side:checked) .inline{display:none}}
    details{margin:0 0 1.1rem;padding-inline-start:1.2rem}
    details p{max-width:44rem}
    summary{font-size:.875rem;color:var(--quiet);cursor:pointer;padding:.25rem 0}
    article{max-width:44rem}
    article .notice{border-top:1px solid var(--rule);padding-top:.75rem;font-style:italic}
    blockquote{margin:0 0 .75rem;padding-inline-start:1.25rem;font-style:italic}
    footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.75rem}
    @media (max-width:40rem){
    body{padding-top:1rem}
    dl.versions{grid-template-columns:1fr;gap:.1rem}
    dl.versions dt,dl.versions dd{grid-row:auto}
    dl.versions dd{margin-bottom:.5rem}
    .pair{grid-template-columns:1fr;gap:.75rem}
    .text:has(#side:checked) .pair{grid-template-columns:1fr}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table,tbody,tr,td,tbody th,caption{display:block}
    tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
    td,tbody th{border:0;padding:.1rem 0}
    td:empty{display:none}
    td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet);font-size:.875rem;
    font-weight:400}}
    @media print{
    :root{--paper:#fff;--ink:#000;--quiet:#333;--rule:#999;--ins:#0b4420;--del:#7c1d14;
    --link:#1b3f77}
    body{max-width:none;padding:0;font-size:10.5pt}
    .skip,.views{display:none!important}
    .block,tr{break-inside:avoid}
    h2,h3{break-after:avoid}
    ins,del{background:none}}
    """
}
