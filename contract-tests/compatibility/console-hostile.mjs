// That what callers send is shown as text, whatever it looks like. Each place where a caller can write gets markup of its own
// that tells when it comes alive. It is looked at twice: as it is, and without the page's Content-Security-Policy, which
// would stop the script of markup that was put in as such and so hide the mistake.
import assert from 'node:assert/strict';
import { open, seen, turn } from './console-browser.mjs';
import { atNine } from './console-demo.mjs';
import { baseUrl, check, clip } from './kit.mjs';

const markup = (place) => `"'><img planted=${place} src=x onerror=planted('${place}')><svg onload=planted('${place}')></svg>`;
// A name has eighty characters at most.
const NAME = "<img planted=n src onerror=planted('n')>";

const VIEWS = ['predictions', 'journal', 'characters', 'webhooks', 'faults', 'money'];
const PLACES = ['prompt', 'agent', 'test', 'error', 'source', 'named', 'header', 'body', 'json', 'typed'];

/** A sandbox with markup in all that a caller can write. */
async function hostileSandbox() {
  const one = await atNine(markup('key'));
  const own = await one.upload(clip('clip-3s.mp4'));
  await one.wavespeed('sora-2/characters', { video: own, name: NAME });
  await one.wavespeed('sora-2/characters', { video: `https://elsewhere.example/${markup('clip')}.mp4`, name: 'x' });
  await one.openai({ prompt: markup('prompt') });
  await one.ask('/v1/videos', { model: 'sora-2', prompt: 'javascript:planted()' }, { 'User-Agent': markup('agent'), 'Understudy-Test': markup('test') });
  await one.ask('/v1/videos', { model: markup('model'), prompt: 'x' });
  await one.ask(`/api/v3/predictions/${encodeURIComponent(markup('path'))}?q=${encodeURIComponent(markup('query'))}`);
  const inbox = `/__understudy/inbox/${await one.reference()}/in`;
  const receiver = encodeURIComponent(`${baseUrl}${inbox}/${encodeURIComponent(markup('receiver'))}`);
  await one.control('faults', { rules: [
    { fault: 'fails', with: { error: markup('error') }, when: { next: 1 }, on: 'submit', source: markup('source') },
    { fault: 'fails', named: markup('named') },
  ] });
  await one.ask(`/api/v3/openai/sora-2/text-to-video?webhook=${receiver}`, { prompt: 'x' });
  const secret = { Authorization: '', 'X-Webhook-Secret': markup('header') };
  await one.ask(`${inbox}?q=${encodeURIComponent(markup('asked'))}`, { text: markup('json') }, secret);
  const form = new FormData();
  form.append('file', markup('body'));
  await one.ask(inbox, form, secret);
  await one.push('PT1H');
  return one;
}

/** Has a page tell, from its first moment on, what comes alive in it. */
const watch = (alive) => async (page) => {
  page.setDefaultTimeout(10_000);
  await page.exposeFunction('planted', (place) => alive.add(`script of ${place}`));
  await page.exposeFunction('found', (element) => alive.add(element));
  await page.addInitScript(() => {
    const bad = '[planted], [onerror], [onload], script, iframe, object, embed, base, [href^="javascript:" i], [src^="javascript:" i]';
    const look = (node) => node instanceof Element && !node.closest('head') && [node, ...node.querySelectorAll('*')]
      .filter((one) => one.matches(bad) && !one.closest('head')).forEach((one) => window.found(one.outerHTML.slice(0, 120)));
    new MutationObserver((changes) => changes.forEach(({ target, addedNodes, type }) => (type === 'attributes' ? [target] : addedNodes).forEach(look)))
      .observe(document, { childList: true, subtree: true, attributes: true });
  });
};

/** All that a view shows, with one row open after the other. In the page, since there are many. */
async function readThrough(page, view) {
  await turn(page, view);
  return page.evaluate(async () => {
    const app = document.getElementById('app');
    const shown = [app.textContent];
    for (const item of document.querySelectorAll('#view .row')) {
      item.click();
      // A page that broke asks for ever.
      const until = performance.now() + 3000;
      do await new Promise(requestAnimationFrame);
      while (performance.now() < until && [...document.querySelectorAll('.detail p')].some((one) => one.textContent === 'Asking…'));
      shown.push(app.textContent);
    }
    return shown.join();
  });
}

async function playWith(page) {
  await turn(page, 'playground');
  await page.selectOption('#in-model', 'openai:sora-2');
  await page.fill('#in-key', markup('key'));
  await page.fill('#in-prompt', markup('typed'));
  await page.click('button:has-text("Send")');
  await seen(page, '.answer .code');
  return page.textContent('#app');
}

/** Looks at a sandbox, and gives what came alive and what was shown as text. */
async function look(sandbox, views, { change = () => {}, ...settings }) {
  const alive = new Set();
  const prepare = async (page) => {
    await watch(alive)(page);
    await change(page);
  };
  const page = await open('predictions', { sandbox, prepare, ...settings });
  let text = '';
  try {
    for (const view of views) text += await readThrough(page, view);
    if (views === VIEWS) text += await playWith(page);
  } catch (problem) {
    // What comes alive may break the page; that it did says less than what it was.
    alive.add(problem.message);
  }
  await page.context().close();
  return { alive: [...alive], text };
}

/** Has a file of the console put what callers send into the page as markup, in one place. */
const careless = (file, careful, instead) => (page) => page.route(`**/console/${file}`, async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.text()).replace(careful, () => instead) });
});

export async function checkHostile() {
  const one = await hostileSandbox();
  const sandbox = await one.reference();
  const change = careless('predictions.js', '>${gist(one)}</span>', ' .innerHTML=${gist(one)}></span>');
  const [spoilt, ...looks] = await Promise.all([
    look(sandbox, ['predictions'], { bypassCSP: true, change, expected: /404/ }),
    look(sandbox, VIEWS, { bypassCSP: true }),
    look(sandbox, VIEWS, {}),
  ]);

  await check('what callers send is text, with the policy of the page and without', () => {
    for (const { alive } of looks) assert.deepEqual(alive, []);
    for (const { text } of looks) {
      for (const place of PLACES) assert.ok(text.includes(`planted=${place} `), `what stands for ${place} was not looked at`);
      assert.ok(text.includes(NAME), 'the name was not looked at');
      assert.ok(!text.includes('planted=key'), 'a key is shown');
    }
  });

  await check('what would come alive is noticed', () => {
    const { alive } = spoilt;
    assert.ok(alive.includes('script of prompt') && alive.some((one) => one.startsWith('<img planted="prompt"')), alive.join());
  });
}
