/** The look of a report: 09-report-page on paper, the same on a screen, light and dark. */
export const sheet = `
:root{color-scheme:light dark;--ink:#16201f;--ink-2:#45524f;--paper:#fff;--canvas:#f3f6f5;--line:#bcc6c3;--strong-line:#16201f;--accent:#0b5b66;
--serif:"Source Serif 4","Source Serif",Charter,Georgia,"Noto Naskh Arabic",serif;--sans:"IBM Plex Sans",system-ui,"Noto Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e7eeec;--ink-2:#b3c0bc;--paper:#141a19;--canvas:#0c1110;--line:#3d4947;--strong-line:#b3c0bc;--accent:#7cc7d1}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 1rem/1.5 var(--serif);overflow-wrap:break-word}
.page{max-width:52rem;margin:0 auto;padding:3rem clamp(1rem,6vw,4.5rem);background:var(--paper)}
header{font:400 .8125rem/1.4 var(--sans);color:var(--ink-2)}
.top{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between}
.top p{margin:0}
.brand{display:flex;gap:.5rem;align-items:center;font:600 1.125rem/1.4 var(--serif);color:var(--ink)}
.signed{text-align:end}
.people{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.75rem 1.25rem;margin:1.5rem 0 0;padding:.75rem 0;border-top:1.5px solid var(--strong-line);border-bottom:1px solid var(--line)}
.people p,.people h2{margin:0;font:inherit}
.people h2{font-weight:600;color:var(--ink)}
.notice{margin:1rem 0 0;padding:.75rem;border:1.5px solid var(--strong-line);color:var(--ink)}
h1{margin:1.5rem 0 1rem;font:600 1.75rem/1.25 var(--serif);letter-spacing:-.01em}
.part{margin-top:1.25rem;padding-top:.625rem;border-top:1px solid var(--line)}
.part>h2{margin:0 0 .375rem;font:600 .9375rem/1.4 var(--sans)}
h3{margin:1rem 0 .25rem;font:600 .875rem/1.4 var(--sans)}
p{margin:0 0 .5rem}
blockquote{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
ul,ol{margin:0 0 .5rem;padding-inline-start:1.5rem}
a{color:var(--accent)}
a:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
sup{font:600 .6875rem/1 var(--sans)}
sup a{text-decoration:none;padding:.25rem .125rem}
.place{color:var(--accent);text-decoration:underline dotted;text-underline-offset:.2em}
.wide{position:relative;overflow-x:auto}
table{width:100%;border-collapse:collapse;font:400 .875rem/1.4 var(--sans);margin:0 0 .75rem}
th,td{padding:.375rem .5rem .375rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
th{font-weight:600}
td p{margin:0 0 .25rem}
.plain{font-size:1.125rem}
.note,.places{font:400 .8125rem/1.5 var(--sans);color:var(--ink-2)}
.places{list-style:none;padding:0}
.places b{display:inline-block;min-width:1.5rem;color:var(--ink)}
.places li:target{outline:2px solid var(--accent)}
.images{display:flex;flex-wrap:wrap;gap:1rem}
.images>h2{flex-basis:100%}
figure{margin:0;flex:1 1 17rem;max-width:24rem}
img{display:block;max-width:100%;height:auto;background:#000}
figcaption{margin-top:.25rem;font:400 .8125rem/1.4 var(--sans);color:var(--ink-2)}
.signing{overflow-wrap:anywhere}
footer{margin-top:1.5rem;padding-top:.5rem;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;font:400 .8125rem/1.4 var(--sans);color:var(--ink-2);overflow-wrap:anywhere}
@media screen and (max-width:40rem){.signed{text-align:start}.wide .grid{min-width:34rem}}
@media print{
:root{color-scheme:light;font-size:10.5pt}
body{background:#fff}
.page{max-width:none;padding:0}
.wide{overflow:visible}
.part>h2,h3{break-after:avoid}
tr,figure,.places li{break-inside:avoid}
footer{display:none}
}
`;
