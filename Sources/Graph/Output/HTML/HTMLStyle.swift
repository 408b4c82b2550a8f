/// The style of pages: readable on a screen and on A4; what colour says, a sign or a word says too.
enum HTMLStyle {
  static let text = """
    :root{--ink:#16202a;--soft:#4a5560;--line:#a9b2bb;--head:#e9eef3;--accent:#0b4a75}
    *{box-sizing:border-box}
    body{font:15px/1.5 'Source Sans 3','Segoe UI',Helvetica,Arial,'DejaVu Sans',sans-serif;color:var(--ink);background:#fff;margin:0}
    main,.front,nav{max-width:72rem;margin:0 auto;padding:0 1.25rem}
    h1{font-size:1.9rem;line-height:1.2;margin:1.5rem 0 .25rem}
    h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-top:.4rem;border-top:3px solid var(--accent);color:var(--accent)}
    h3{font-size:1.05rem;margin:1.6rem 0 .3rem}
    p,ul,ol,dl{margin:.4rem 0}a{color:var(--accent)}
    a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,.table:focus-visible{outline:3px solid #b3480d;outline-offset:2px}
    .skip{position:absolute;left:-999rem}.skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .view,.note,.notes,.kind{color:var(--soft)}.note,.notes{font-size:.88rem}.note{margin:.15rem 0}
    .kind{font-size:1.1rem;margin:0}.lead{font-size:1.08rem;margin:.3rem 0 .8rem;max-width:52rem}
    dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.25rem;border-left:4px solid var(--accent);padding:.3rem 0 .3rem 1rem;margin:1rem 0}
    dl.facts dt{font-weight:600}dl.facts dd{margin:0}
    nav ol{columns:2;max-width:44rem;padding-left:1.4rem}
    .brief{list-style:none;padding:0;max-width:56rem}.brief li{display:grid;grid-template-columns:14rem 1fr;gap:1rem;padding:.3rem 0;border-bottom:1px solid #dde2e7}
    .brief a{font-weight:600}
    .table{overflow-x:auto;margin:.3rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35}
    caption{text-align:left;color:var(--soft);font-size:.82rem;padding:0 0 .2rem}
    th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
    thead th{background:var(--head);border-bottom:2px solid var(--soft);vertical-align:bottom}
    tbody th{font-weight:600}td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
    th button{font:inherit;font-weight:600;color:inherit;text-align:left;background:none;border:0;padding:0;cursor:pointer}
    th button::after{content:' \\2195';color:var(--soft)}th[aria-sort=ascending] button::after{content:' \\2191'}
    th[aria-sort=descending] button::after{content:' \\2193'}
    .plain{display:none}.long{min-width:13rem}td.number{white-space:nowrap}
    .upright thead th+th span,.upright thead th+th button{writing-mode:vertical-rl;transform:rotate(180deg);max-height:15rem}
    .marks{font-size:.8rem;min-width:4.5rem}.marks a,.note a{text-decoration:none}.marks a:hover,.note a:hover{text-decoration:underline}
    .search{display:block;margin:.3rem 0;font-size:.88rem}.search input{font:inherit;padding:.15rem .4rem;margin-left:.4rem;border:1px solid var(--soft);border-radius:3px}
    td.status,td.evidence{padding-left:1.7em;text-indent:-1.2em}
    .status::before,.evidence::before{display:inline-block;width:1.2em;text-indent:0;font-weight:700}
    .gap{background:#fbe0d6;font-weight:600}.gap::before{content:'\\2717';color:#9c2a06}
    .partly{background:#fdf0cd}.partly::before{content:'\\25D0';color:#6b4a00}
    .fulfilled{background:#dcefe4}.fulfilled::before{content:'\\2713';color:#0a5a37}
    .not_recorded::before{content:'?';color:var(--soft)}.not_applicable::before{content:'\\2013';color:var(--soft)}
    .stated::before{content:'\\25CF';color:var(--accent)}.outside::before{content:'\\25D1';color:var(--accent)}
    .inferred::before{content:'\\25CB';color:var(--accent)}.disputed::before{content:'\\26A0';color:#9c2a06}
    .proposed::before{content:'\\25CC';color:var(--soft)}
    figure{margin:1rem 0}figure svg{max-width:100%;height:auto;display:block}
    .source{margin:1rem 0}.source h3{margin-bottom:0}.passages{list-style:none;padding:0;margin:.4rem 0}
    .passages>li{padding:.2rem 0 .2rem 3.4rem;text-indent:-3.4rem;border-top:1px solid #dde2e7}
    .passages>li>*{text-indent:0}.passages b{display:inline-block;width:3.4rem;text-indent:0}
    .passages li:target{background:#fdf0cd}.claims{font-size:.85rem;color:var(--soft);text-indent:0}
    footer{max-width:72rem;margin:3rem auto 1rem;padding:.5rem 1.25rem;border-top:1px solid var(--line);color:var(--soft);font-size:.82rem}
    @page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt Helvetica,Arial,sans-serif;color:#4a5560}}
    @page broad{size:A4 landscape}
    @media print{.broad{page:broad}.broad .long{min-width:40mm}

    body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main,.front,nav,footer{max-width:none;padding:0}h1{font-size:22pt;margin-top:0}h2{font-size:14pt}h3{font-size:11pt}
    .search,.skip,noscript,th button{display:none}.plain{display:inline}.long{min-width:20mm}
    h2,h3,.lead,caption,thead{break-after:avoid}thead{display:table-header-group}tr,li,figure,.lead,dl.facts,.short{break-inside:avoid}
    .new{break-before:page}
    .table{overflow:visible}table{font-size:7.6pt;line-height:1.3;hyphens:auto}th,td{padding:1.1mm 1.3mm}
    .wide{font-size:6.5pt}.wide th,.wide td{padding:.9mm .8mm}
    td.status,td.evidence{padding-left:1.6em}.marks{font-size:6.2pt;min-width:13mm}.note,.notes{font-size:7.8pt}
    figure svg{max-height:225mm;margin:0 auto}a{color:inherit;text-decoration:none}.claims{font-size:7.4pt}
    }
    """
}
