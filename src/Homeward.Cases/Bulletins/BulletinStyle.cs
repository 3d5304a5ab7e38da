namespace Homeward.Cases.Bulletins;

/// <summary>How a bulletin looks: quiet, narrow enough to read, made for A4 as well.</summary>
static class BulletinStyle
{
    public const string Css = """

        :root { color-scheme: light; --ink: #1d2733; --soft: #5b6673; --line: #c9d0d8; --mark: #8c1d18; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 62rem; color: var(--ink); background: #fff;
          font: 1rem/1.6 "Source Serif 4", "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif; }
        .synthetic { margin: 0 0 1.6rem; padding: .55rem .9rem; border: 1.5px solid var(--mark); border-radius: 4px;
          background: #fbf1f0; color: var(--mark); font-size: .95rem; }
        .synthetic strong { letter-spacing: .14em; margin-right: .5rem; }
        .across { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: -1;
          transform: rotate(-28deg);
          font: 700 clamp(3rem, 12vw, 9rem)/1 sans-serif; letter-spacing: .12em; color: #8c1d18;
          opacity: .05; }
        header { border-top: 4px solid var(--mark); border-bottom: 1px solid var(--line); padding: 1.2rem 0 1rem;
          margin-bottom: 1.8rem; }
        h1 { font-size: 1.9rem; line-height: 1.25; margin: .2rem 0 .4rem; font-weight: 600; text-wrap: balance; }
        h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem; font-weight: 600; }
        .number, .day { margin: 0; color: var(--soft); }
        .number { color: var(--mark); font-weight: 600; letter-spacing: .02em; }
        .lead { font-size: 1.15rem; margin: 0 0 .8rem; }
        .small, li { font-size: .9rem; color: var(--soft); }
        li { margin-bottom: .3rem; }
        ul { padding-left: 1.1rem; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem;
          font-variant-numeric: tabular-nums lining-nums; }
        thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; line-height: 1.3; }
        th, td { padding: .45rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
        th:first-child, td:first-child, th:first-child + th, th:first-child + td { text-align: left; }
        tbody th { font-weight: 400; }
        .sum th, .sum td { border-top: 1.5px solid var(--ink); font-weight: 600; }
        .operations { font-size: .85rem; }
        .operations th, .operations td { padding-left: .3rem; padding-right: .35rem; }
        .operations td:nth-child(2) { white-space: nowrap; }
        .figures td:nth-child(2), .figures th:nth-child(2) { text-align: right; }
        .figures td:last-child, .figures th:last-child { text-align: left; }
        .figures td:last-child { color: var(--soft); }
        .digest { overflow-wrap: anywhere; }
        sup { color: var(--mark); }
        @page { size: A4; margin: 18mm 16mm; }
        @media print { .across { font-size: 80pt; opacity: .09; print-color-adjust: exact; }
          body { padding: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; }
          table, li { break-inside: avoid; } }
        @media (max-width: 40rem) { table { display: block; overflow-x: auto; } }

        """;
}
