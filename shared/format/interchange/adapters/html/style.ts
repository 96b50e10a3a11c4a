/**
 * How the page looks: on the screen, light and dark, and on paper. Marks are drawn as in the app: a tint lies behind the
 * words, underlines and waves below them, each in its own place of the stack, with a bar or a hook at both ends, so that
 * no two kinds differ by colour alone. The names of marks are content that is read out and not seen.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: oklch(99.2% 0.004 85);
  --raised: oklch(97% 0.006 85);
  --rule: oklch(87% 0.008 85);
  --ink: oklch(24% 0.012 265);
  --quiet: oklch(45% 0.012 265);
  --accent: oklch(48% 0.16 265);
  --flag: oklch(94% 0.05 80);
  --flag-ink: oklch(33% 0.08 60);
  --line-of: 52% 0.17;
  --tint-of: 78% 0.12;
  --alpha: 0.42;
  --hue: 0;
  --serif: Charter, "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: oklch(23.5% 0.006 265);
    --raised: oklch(27.5% 0.008 265);
    --rule: oklch(38% 0.01 265);
    --ink: oklch(91% 0.006 85);
    --quiet: oklch(74% 0.008 265);
    --accent: oklch(78% 0.11 265);
    --flag: oklch(34% 0.06 75);
    --flag-ink: oklch(92% 0.05 85);
    --line-of: 76% 0.15;
    --tint-of: 62% 0.13;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 2rem; }
body {
  max-width: 46rem;
  margin: 0 auto;
  padding: 3.5rem 1.5rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 0.9375rem / 1.5 var(--sans);
  overflow-wrap: break-word;
}
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.25rem; }
h2 { font-size: 1.75rem; }
h3 { font-size: 0.8125rem; font-weight: 600; color: var(--quiet); }
a { color: inherit; text-decoration: underline 1px color-mix(in oklab, currentColor, transparent 60%); text-underline-offset: 0.2em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

.kind { margin-bottom: 0.4rem; color: var(--quiet); font-size: 0.8125rem; font-weight: 600; }
.about, .state, .counts, .type, footer { color: var(--quiet); }
.about { margin-top: 0.5rem; overflow-wrap: anywhere; }
.state { font-size: 0.8125rem; margin-top: 0.35rem; }
.page { padding-bottom: 2.5rem; }
.legend { display: grid; gap: 0.6rem; margin-top: 2rem; padding: 1rem 1.25rem; border-radius: 8px; background: var(--raised); }
.legend div { display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; align-items: baseline; }
.legend dt { font-family: var(--serif); font-size: 1.0625rem; }
nav { margin-top: 2rem; }
nav h2 { font: 600 0.8125rem / 1.5 var(--sans); color: var(--quiet); }
nav ol { list-style: none; }
nav li { padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
nav a { font-family: var(--serif); font-size: 1.0625rem; text-decoration: none; }
.counts { display: block; font-size: 0.8125rem; }
article { padding: 3rem 0; border-top: 1px solid var(--rule); }
footer { padding-top: 1.5rem; border-top: 1px solid var(--rule); font-size: 0.8125rem; }
.whose { margin-top: 2.5rem; font-size: 0.9375rem; color: var(--ink); }

.text { margin-top: 1.75rem; font: 1.1875rem / 1.85 var(--serif); max-width: 68ch; font-variant-ligatures: none; }
.text p { min-height: 0.85em; white-space: pre-wrap; text-align: start; }
.text p.blank { min-height: 0; font-size: 0.5em; line-height: 1.2; }
.text p.blank + p.blank { font-size: 0.25em; }
.dim { opacity: 0.62; font-size: 0.86em; }

.text p, .legend dt, h3, .label { --from: left; --to: right; }
.text p:dir(rtl) { --from: right; --to: left; }
mark { background: none; color: inherit; }
mark:target, .card:target, .meant li:target { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.tint, .underline, .wave { --line: oklch(var(--line-of) var(--hue)); text-decoration-skip-ink: none; }
.stacked {
  --pitch: min(0.17em, 0.64em / max(1, var(--depth) - 1));
  --weight: max(1px, min(0.1em, var(--pitch) * 0.55));
  --offset: calc(0.22em + var(--drop) * var(--pitch));
}
.tint {
  --tint: oklch(var(--tint-of) var(--hue) / var(--alpha));
  --fill: linear-gradient(var(--tint) 0 0);
  --bar: 1.5px solid color-mix(in oklab, var(--line), transparent 40%);
  background: var(--tint);
}
.tint.starts { border-inline-start: var(--bar); margin-inline-start: -1.5px; }
.tint.ends { border-inline-end: var(--bar); margin-inline-end: -1.5px; }
.tint.stacked {
  --above: max(0em, 0.3em - var(--drop) * 0.08em);
  --below: max(0em, 0.2em - var(--drop) * 0.07em);
  padding-block: 0.1em;
  background: var(--fill) 0 var(--above) / 100% calc(100% - var(--above) - var(--below)) no-repeat;
}
.underline, .wave { text-decoration: underline solid max(1px, 0.1em) var(--line); text-underline-offset: 0.22em; }
.wave { text-decoration-style: wavy; }
.underline.stacked, .wave.stacked {
  padding-block-end: calc(var(--offset) + var(--weight) - 0.335em);
  text-decoration-thickness: var(--weight);
  text-underline-offset: var(--offset);
}
:is(.underline, .wave):is(.starts, .ends) {
  --begin: 0px;
  --finish: 0px;
  --hook: linear-gradient(var(--line) 0 0);
  background:
    var(--hook) var(--from) 1px bottom / var(--begin) 0.3em no-repeat,
    var(--hook) var(--to) 1px bottom / var(--finish) 0.3em no-repeat;
}
:is(.underline, .wave).starts { --begin: max(1.5px, 0.085em); }
:is(.underline, .wave).ends { --finish: max(1.5px, 0.085em); }
:is(.underline, .wave).stacked:is(.starts, .ends) {
  background-size: var(--begin) calc(var(--weight) + 0.2em), var(--finish) calc(var(--weight) + 0.2em);
}
.unsure.tint { --fill: repeating-linear-gradient(-45deg, var(--tint) 0 0.2em, transparent 0.2em 0.36em); }
.unsure.tint:not(.stacked) { background: var(--fill); }
.unsure.underline { text-decoration-style: dashed; }
.unsure.wave { text-decoration-style: dotted; text-decoration-thickness: 0.15em; }
.gap.gap { padding: 0; background: none; text-decoration: underline dotted 1px var(--line); }
.gap.tint { text-underline-offset: 0.22em; }
.gap.tint.stacked { text-underline-offset: var(--offset); }
.ref { text-decoration: none; font: 600 0.6em var(--sans); vertical-align: 0.75em; color: var(--quiet); }
.ref::after { content: attr(data-n); padding-inline: 0.2em 0.1em; }
.name { padding-inline: 0.1em; color: var(--ink); }

.entries, .dimmed { margin-top: 2.25rem; }
.entries > h3:not(:first-child) { margin-top: 1.75rem; }
.cards { list-style: none; margin-top: 0.5rem; }
.card { position: relative; padding: 0.8rem 0 0.9rem 2.25rem; border-top: 1px solid var(--rule); }
.card .label b { position: absolute; inset-inline-start: 0; min-width: 1.5rem; font-variant-numeric: tabular-nums; }
.label { font-size: 0.8125rem; }
.told { margin-top: 0.25rem; font: 1.0625rem / 1.5 var(--serif); }
.told i { color: var(--quiet); }
.said, .by { margin-inline-start: 0.6em; color: var(--quiet); font: 0.8125rem var(--sans); }
.flag { margin-inline-start: 0.6em; padding: 0.05em 0.5em; border-radius: 4px; background: var(--flag); color: var(--flag-ink); font: 0.75rem var(--sans); }
dl:not(.legend) { display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; margin-top: 0.4rem; font-size: 0.8125rem; }
dl:not(.legend) div { display: flex; gap: 0.4em; }
dl:not(.legend) dt { color: var(--quiet); }
.note { margin-top: 0.5rem; padding-inline-start: 0.75em; border-inline-start: 2px solid var(--rule); white-space: pre-wrap; font-style: italic; }
.meant { list-style: none; margin-top: 0.5rem; }
.meant > li { padding: 0.4rem 0; border-bottom: 1px solid var(--rule); }
.meant ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; font-family: var(--serif); }
.nobody { color: var(--quiet); font-style: italic; }
.dimmed ul { padding-inline-start: 1.2em; color: var(--quiet); font-size: 0.8125rem; }

@media screen {
  .text mark::before, .text mark.ends::after {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .text mark::before { content: "[" attr(title) ": "; }
  .text mark.ends::after { content: "]"; }
}
@media (forced-colors: active) {
  .tint, .underline, .wave { --line: CanvasText; forced-color-adjust: none; color: CanvasText; }
  .tint { --tint: color-mix(in srgb, CanvasText, transparent 85%); }
}
@page { margin: 20mm 18mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9.5pt; background: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 22pt; }
  h2 { font-size: 17pt; }
  .text { max-width: none; font-size: 11.5pt; line-height: 1.65; orphans: 2; widows: 2; }
  .text p.blank { font-size: 0.4em; }
  .text p.blank + p.blank { font-size: 0.15em; }
  .told, nav a { font-size: 10.5pt; }
  article { break-before: page; padding: 0; border: 0; }
  h2, h3, article > header { break-after: avoid; }
  .card, .meant > li, .legend, nav li { break-inside: avoid; }
  a, .ref { text-decoration: none; }
  footer { margin-top: 2rem; }
}
`
