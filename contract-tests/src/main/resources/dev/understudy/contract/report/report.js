'use strict';
// Draws the page from the report in it. What a target said reaches the page as text alone: nothing here parses HTML.
const report = JSON.parse(document.getElementById('report').textContent);
const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
const KINDS = ['EMULATOR', 'REPLAY', 'LIVE'];
const SOURCES = ['evidence', 'live', 'emulator'];
const SEVERITIES = ['breaking', 'notable', 'noise'];
const BADNESS = ['ERROR', 'FAIL', 'KNOWN_GAP', 'PASS', 'SKIPPED'];
const LOOKS = {
  PASS: 'good', FAIL: 'bad', ERROR: 'odd', KNOWN_GAP: 'odd', SKIPPED: '',
  VERIFIED: 'good', CONFLICTING: 'odd', UNVERIFIABLE: '',
  IN_PARITY: 'good', EMULATOR_GAP: 'bad', PROVIDER_CHANGED: 'odd', BOTH: 'bad', COULD_NOT_LOOK: 'odd',
  breaking: 'bad', notable: 'odd',
};
const WORDS = { ERROR: 'could not look', BOTH: 'changed and gap' };

/** An element; attributes that are null or false are left out, functions become listeners. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);
const words = (constant) => WORDS[constant] ?? constant.toLowerCase().replaceAll('_', ' ');
const chip = (constant, text) => h('span', { class: `chip ${LOOKS[constant] ?? ''}` }, text ?? words(constant));
const price = (usd) => (usd === null ? 'unknown' : Number(usd) === 0 ? 'free' : `$${usd}`);
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const day = (instant) => instant.slice(0, 10);
const real = (entry) => (entry.drift?.differences ?? []).filter((difference) => difference.severity !== 'noise');
const worst = (differences) => SEVERITIES.find((severity) => differences.some((one) => one.severity === severity));

function drawHead() {
  document.title = `Contract report: ${report.target}`;
  byId('target').textContent = `· ${report.target}`;
  byId('when').textContent = `${report.startedAt.replace('T', ' ').replace(/\.\d+/, '')} · kit ${report.kit}`;
  const { verdict } = report;
  const look = ['fine', 'failed', 'drifted', 'blind'][verdict.exit];
  byId('verdict').classList.add(look);
  byId('verdict').append(
    h('h1', null, verdict.sentence),
    h('ul', null,
      BADNESS.filter((outcome) => verdict.outcomes[outcome]).map((outcome) =>
        h('li', null, chip(outcome, `${verdict.outcomes[outcome]} ${words(outcome)}`))),
      h('li', null, chip('', `${verdict.executed} executed, ${verdict.manifest} in the manifest`)),
      h('li', null, chip(verdict.breaking ? 'breaking' : '', `breaking drift in ${plural(verdict.breaking, 'case')}`)),
      h('li', null, chip('', `exit code ${verdict.exit}`))),
  );
  if (verdict.couldNotLook.length) {
    byId('doubts').hidden = false;
    byId('doubts').append(
      h('h2', { id: 'doubts-title' }, 'Could not look'),
      h('ul', null, verdict.couldNotLook.map((doubt) => h('li', null, `${doubt}.`))),
    );
  }
}

function age(entry) {
  if (!entry.verifiedAt) {
    return entry.standing === 'UNVERIFIABLE' ? '' : 'never verified';
  }
  const days = Math.floor((Date.parse(report.startedAt) - Date.parse(entry.verifiedAt)) / 86_400_000);
  return `${day(entry.verifiedAt)}, ${plural(Math.max(days, 0), 'day')} old`;
}

function runCell(entry, kind) {
  const run = entry.runs.find((one) => one.kind === kind);
  const label = words(kind);
  return run
    ? h('td', { 'data-label': label, title: `${run.target}, ${run.tookMs} ms` }, chip(run.outcome))
    : h('td', { class: 'empty', 'data-label': label, title: 'not run' }, h('span', { class: 'muted' }, '–'));
}

function driftCell(entry) {
  if (!entry.drift) {
    return h('td', { class: 'empty', 'data-label': 'drift' }, h('span', { class: 'muted' }, '–'));
  }
  const counts = SEVERITIES.slice(0, 2)
    .map((severity) => [real(entry).filter((difference) => difference.severity === severity).length, severity])
    .filter(([count]) => count);
  const note = counts.length ? h('span', { class: 'age' }, counts.map((count) => count.join(' ')).join(', ')) : null;
  return h('td', { 'data-label': 'drift' }, chip(entry.drift.class), note);
}

function caseRows(entry, index) {
  const cell = h('td', { colspan: 8 });
  const detail = h('tr', { class: 'detail', id: `detail-${index}`, hidden: true }, cell);
  const button = h('button', {
    type: 'button', 'aria-expanded': 'false', 'aria-controls': detail.id,
    click: () => show(detail.hidden),
  }, entry.id);
  const show = (open) => {
    if (!cell.hasChildNodes()) {
      cell.append(...drawDetail(entry));
    }
    detail.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const row = h('tr', { class: 'case' },
    h('th', { scope: 'row' }, button, h('div', { class: 'says' }, entry.title)),
    h('td', { class: 'claims', 'data-label': 'claims' }, entry.claims.join(' ')),
    h('td', { 'data-label': 'standing' }, chip(entry.standing), h('span', { class: 'age' }, age(entry))),
    KINDS.map((kind) => runCell(entry, kind)),
    driftCell(entry),
    h('td', { class: 'number', 'data-label': 'cost', title: `spent $${entry.costUsd}` },
      price(entry.priceUsd)));
  return { entry, row, detail, show, text: searchable(entry) };
}

function searchable(entry) {
  const said = entry.runs.map((run) => run.message).join(' ');
  return `${entry.id} ${entry.title} ${entry.claims.join(' ')} ${said}`.toLowerCase();
}

function drawDetail(entry) {
  const messages = entry.runs.filter((run) => run.message).map((run) =>
    h('p', { class: run.outcome === 'SKIPPED' ? 'message quiet' : 'message', tabindex: 0 },
      h('strong', null, `${run.target}: `), run.message));
  return [
    h('ul', { class: 'muted' }, entry.claims.map((id) => {
      const claim = claims.get(id);
      return h('li', null, h('code', null, id), ` ${claim?.statement ?? ''} `, claim ? chip(claim.kind) : null);
    })),
    ...messages,
    ...drawDifferences(entry),
    ...drawExchanges(entry),
  ];
}

function valueCell(difference, source) {
  return source in difference.values
    ? h('td', null, h('code', null, JSON.stringify(difference.values[source])))
    : h('td', { class: 'absent' }, 'absent');
}

function differenceTable(entry, differences) {
  const { asked } = entry.drift;
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Differences' },
    h('table', { class: 'facts differences' },
      h('thead', null, h('tr', null, ['Exchange', 'Where', ...asked, 'Severity'].map((name) => h('th', { scope: 'col', class: name.toLowerCase() }, name)))),
      h('tbody', null, differences.map((difference) => h('tr', null,
        h('td', null, `${difference.exchange + 1}`),
        h('td', { class: 'path' }, difference.path),
        asked.map((source) => valueCell(difference, source)),
        h('td', null, chip(difference.severity, difference.severity)))))));
}

function drawDifferences(entry) {
  const noise = (entry.drift?.differences ?? []).filter((difference) => difference.severity === 'noise');
  const found = real(entry);
  return [
    found.length ? h('h3', null, 'Differences') : null,
    found.length ? h('div', { class: 'panel' }, differenceTable(entry, found)) : null,
    noise.length ? h('details', null,
      h('summary', null, `${plural(noise.length, 'difference')} allowed by a rule: ids, times, states in passing`),
      differenceTable(entry, noise)) : null,
  ].filter(Boolean);
}

function drawExchanges(entry) {
  const order = entry.exchanges.map((exchange, index) => {
    const differences = (entry.drift?.differences ?? []).filter((difference) => difference.exchange === index);
    return { exchange, index, differences, severity: worst(differences.filter((one) => one.severity !== 'noise')) };
  }).sort((a, b) => (a.severity ? SEVERITIES.indexOf(a.severity) : 3) - (b.severity ? SEVERITIES.indexOf(b.severity) : 3));
  return order.length ? [h('h3', null, 'What was said'), ...order.map(drawExchange)] : [];
}

function drawExchange({ exchange, index, differences, severity }) {
  const sources = SOURCES.filter((source) => source in exchange.seen);
  const answers = sources.map((source) => exchange.seen[source].response.status);
  const marks = new Map(differences.map((difference) => [difference.path, difference.severity]));
  const lines = [];
  for (const part of ['request', 'response']) {
    collect(`$.${part}`, part, Object.fromEntries(sources.map((source) => [source, exchange.seen[source][part]])), 0, lines);
  }
  return h('details', { open: severity ? true : null },
    h('summary', null, `${index + 1}. ${exchange.label.replace('<origin>', '')} → ${[...new Set(answers)].join(' / ')}`,
      severity ? chip(severity, severity) : null),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Exchange ${index + 1}` },
      h('table', { class: sources.length > 1 ? 'sides two' : 'sides' },
        h('thead', null, h('tr', null, sources.map((source) => h('th', { scope: 'col' }, source)))),
        h('tbody', null, lines.map((line) => h('tr', { class: markOf(line.path, marks) },
          sources.map((source) => line.cells[source] === undefined
            ? h('td', { class: line.missing?.includes(source) ? 'absent' : null }, line.missing?.includes(source) ? `${line.indent}absent` : '')
            : h('td', null, line.cells[source]))))))));
}

// A line belongs to the difference at its own place, or around it.
function markOf(path, marks) {
  for (const [at, severity] of marks) {
    if (path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`)) {
      return severity;
    }
  }
  return null;
}

const isContainer = (value) => value !== null && typeof value === 'object';

/** The lines of several documents side by side: what stands at one path stands in one line. */
function collect(path, name, values, depth, lines) {
  const indent = '  '.repeat(depth);
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  const containers = Object.fromEntries(present.filter(([, value]) => isContainer(value) && Object.keys(value).length));
  const label = name === null ? indent : `${indent}${name}: `;
  lines.push({
    path, indent,
    missing: Object.keys(values).filter((source) => values[source] === undefined),
    cells: Object.fromEntries(present.map(([source, value]) =>
      [source, label + (source in containers ? (Array.isArray(value) ? '[' : '{') : JSON.stringify(value))])),
  });
  const keys = new Set(Object.values(containers).flatMap((value) => Object.keys(value)));
  for (const key of keys) {
    const inList = Object.values(containers).some(Array.isArray);
    const children = Object.fromEntries(Object.entries(containers).map(([source, value]) => [source, value[key]]));
    collect(inList ? `${path}[${key}]` : `${path}.${key}`, inList ? null : key, children, depth + 1, lines);
  }
  if (keys.size) {
    lines.push({ path, indent, cells: Object.fromEntries(Object.entries(containers).map(([source, value]) =>
      [source, indent + (Array.isArray(value) ? ']' : '}')])) });
  }
}

function choice(label, values, change) {
  const select = h('select', { change }, h('option', { value: '' }, 'any'),
    values.map((value) => h('option', { value }, words(value))));
  return { select, field: h('label', null, label, select) };
}

function drawCases() {
  const ranked = [...report.cases].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const rows = ranked.map(caseRows);
  const present = (pick) => [...new Set(report.cases.map(pick).filter(Boolean))].sort();
  const filter = () => {
    let count = 0;
    for (const row of rows) {
      const { entry } = row;
      const fits = row.text.includes(search.value.trim().toLowerCase())
        && (!outcome.select.value || entry.outcome === outcome.select.value)
        && (!standing.select.value || entry.standing === standing.select.value)
        && (!drift.select.value || entry.drift?.class === drift.select.value);
      row.row.hidden = !fits;
      row.detail.hidden = !fits || row.row.querySelector('button').getAttribute('aria-expanded') !== 'true';
      count += fits ? 1 : 0;
    }
    byId('shown').textContent = `${count} of ${plural(rows.length, 'case')} shown`;
  };
  const search = h('input', { type: 'search', id: 'search', input: filter, placeholder: 'id, sentence, claim or message', autocomplete: 'off' });
  const outcome = choice('Outcome', present((entry) => entry.outcome), filter);
  const standing = choice('Standing', present((entry) => entry.standing), filter);
  const drift = choice('Drift', present((entry) => entry.drift?.class), filter);
  outcome.select.id = 'outcome';
  standing.select.id = 'standing';
  drift.select.id = 'drift';
  byId('tools').addEventListener('submit', (event) => event.preventDefault());
  byId('tools').append(h('label', { class: 'wide' }, 'Search', search), outcome.field, standing.field, drift.field);
  const heads = ['Case', 'Claims', 'Standing', 'Emulator', 'Replay', 'Live', 'Drift', 'Cost'];
  byId('parity').append(
    h('colgroup', null, heads.map((head) => h('col', { class: head.toLowerCase() }))),
    h('thead', null, h('tr', null, heads.map((head) => h('th', { scope: 'col', class: head === 'Cost' ? 'number' : null }, head)))),
    h('tbody', null, rows.flatMap(({ row, detail }) => [row, detail])),
  );
  filter();
}

// What wants attention stands first.
function rank(entry) {
  const severity = worst(real(entry));
  return Math.min(BADNESS.indexOf(entry.outcome), severity ? SEVERITIES.indexOf(severity) + 1 : 9);
}

function section(title, ...content) {
  byId('appendix').append(h('section', null, h('h2', null, title), ...content));
}

function list(entries, note) {
  return h('div', { class: 'panel' }, h('ul', null, entries.map((entry) =>
    h('li', null, h('code', null, entry.id), ` ${note(entry)}`))));
}

function drawAppendix() {
  const skips = new Map();
  for (const entry of report.cases) {
    for (const run of entry.runs.filter((one) => one.outcome === 'SKIPPED')) {
      const reason = run.message.split(':')[0];
      skips.set(reason, [...(skips.get(reason) ?? []), { id: entry.id, note: `on ${run.target}: ${run.message}` }]);
    }
  }
  if (skips.size) {
    section('Skipped', ...[...skips].map(([reason, entries]) => h('details', null,
      h('summary', null, `${words(reason)}: ${plural(entries.length, 'case')}`), list(entries, (entry) => entry.note))));
  }
  const unverifiable = report.cases.filter((entry) => entry.standing === 'UNVERIFIABLE');
  if (unverifiable.length) {
    section('Cannot be asked of the real service', list(unverifiable, (entry) => entry.title));
  }
  const conflicts = report.claims.filter((claim) => claim.conflictsWith.length);
  if (conflicts.length) {
    section('Claims in conflict', h('p', { class: 'muted' }, 'Sources disagree; only a run against the real service can settle it.'),
      h('div', { class: 'panel scroll', tabindex: 0, role: 'region', 'aria-label': 'Claims in conflict' }, h('table', { class: 'facts' },
        h('thead', null, h('tr', null, ['Claim', 'Says', 'Founded on', 'Against', 'Cases'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', null, conflicts.map((claim) => h('tr', null,
          h('th', { scope: 'row' }, h('code', null, claim.id)),
          h('td', null, claim.statement),
          h('td', null, chip(claim.kind)),
          h('td', null, claim.conflictsWith.join(', ')),
          h('td', null, report.cases.filter((entry) => entry.claims.includes(claim.id)).map((entry) => entry.id).join(', '))))))));
  }
  section('Environment', h('div', { class: 'panel' }, h('table', { class: 'facts' }, h('tbody', null,
    Object.entries(report.environment).map(([name, value]) =>
      h('tr', null, h('th', { scope: 'row' }, name), h('td', null, value)))))));
}

function theme() {
  const stored = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = stored();
  const apply = () => {
    const now = chosen ?? (system.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = now;
    byId('theme').textContent = now === 'dark' ? 'Light theme' : 'Dark theme';
  };
  byId('theme').addEventListener('click', () => {
    chosen = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    // A page opened from a file may not be allowed to keep anything; then it is for this time only.
    try { localStorage.setItem('theme', chosen); } catch { /* not kept */ }
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}

theme();
drawHead();
drawCases();
drawAppendix();
