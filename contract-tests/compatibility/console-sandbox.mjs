// What the console shows of a sandbox's webhooks, and how it goes back to a snapshot or begins anew.
import assert from 'node:assert/strict';
import { open, picture, row, seen, texts } from './console-browser.mjs';
import { atNine } from './console-demo.mjs';
import { baseUrl, check } from './kit.mjs';

const VIDEO = '/api/v3/openai/sora-2/text-to-video';

/** A sandbox that tells: one receiver takes it, one never does, one delivery is lost and one wrongly signed. */
async function telling() {
  const one = await atNine('studio-that-listens');
  const inbox = `${baseUrl}/__understudy/inbox/${await one.reference()}/studio`;
  const submit = (receiver, prompt) => one.ask(`${VIDEO}?webhook=${encodeURIComponent(receiver)}`, { prompt });
  await submit(`${inbox}?scene=4`, 'A lighthouse in the fog');
  await submit(`${baseUrl}/nobody-listens-here?token=secret`, 'Rain on a tin roof');
  await submit(inbox, 'Market street at noon [[fault: webhook-lost]]');
  await submit(inbox, 'Credits [[fault: webhook-bad-signature]]');
  return { one, submit: (prompt) => submit(inbox, prompt) };
}

const counted = (page, selector, many) =>
  page.waitForFunction(([found, count]) => document.querySelectorAll(found).length === count, [selector, many]);

const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim().slice(0, 40));

async function pressed(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

export async function checkSandbox() {
  const { one, submit } = await telling();
  const sandbox = await one.reference();

  await check('webhooks are shown as they go out and arrive', async () => {
    const page = await open('webhooks', { sandbox });
    await seen(page, 'text=No job that was submitted with a webhook has ended yet');
    await seen(page, `code:text-is("${baseUrl}/__understudy/inbox/${sandbox}/console")`);
    await page.click('.clock button:has-text("+10 min")');
    await counted(page, '.row.told', 4);
    await row(page, /4 attempts\s*HTTP 404/).waitFor();
    await counted(page, '.row.arrived', 2);
    const told = (await texts(page, '.row.told')).map((text) => text.replace(/\s+/g, ' '));
    assert.equal(told.filter((text) => /job completed .*\/studio 1 attempt HTTP 200/.test(text)).length, 2);
    assert.ok(told.some((text) => /\/nobody-listens-here 4 attempts HTTP 404/.test(text)), told.join());
    assert.ok(told.some((text) => /not sent: lost on purpose/.test(text)), told.join());
    assert.deepEqual((await texts(page, '.row.arrived .came')).sort(), ['not proven', 'proven']);
    await row(page, '/nobody-listens-here').click();
    assert.equal(await page.locator('.detail .story .came.failed').count(), 4);
    await page.click('.row.arrived:has(.came.well)');
    await seen(page, '.detail dt:text-is("webhook-signature")');
    assert.match(await page.textContent('.detail pre'), /"prompt": "A lighthouse in the fog"/);
    assert.match(await page.textContent('.detail:has(pre)'), /scene=4/);
    await picture(page, 'webhooks');
    assert.doesNotMatch(await page.textContent('#app'), /token=secret/);
    await submit('One more');
    await one.push('PT10M');
    await counted(page, '.row.arrived', 3);
    await page.context().close();
  });

  await check('a snapshot is taken and gone back to, and a reset asks twice, by keyboard', async () => {
    const jobs = async () => (await one.control('sandbox')).body.jobs;
    const before = await jobs();
    const page = await open('snapshots', { sandbox });
    await page.fill('input[name=name]', 'told');
    await pressed(page, 'Enter');
    await seen(page, 'td:has-text("told")');
    await page.focus('[data-twice=reset]');
    await pressed(page, 'Enter');
    assert.equal(await focused(page), 'No, keep it');
    await pressed(page, 'Escape');
    assert.equal(await focused(page), 'Reset the sandbox');
    await pressed(page, 'Enter', 'Enter');
    assert.deepEqual(await jobs(), before, 'pressed twice at one place, it keeps');
    await pressed(page, 'Enter', 'Tab', 'Enter');
    await seen(page, '[role=status] >> text=was reset');
    assert.deepEqual(await jobs(), {});
    assert.equal(await focused(page), 'Reset the sandbox');
    await seen(page, '.sandbox[aria-pressed=true] >> text=no jobs');
    await page.click('[data-twice="restore told"]');
    await page.click('.grave');
    await seen(page, '[role=status] >> text=what it was in told');
    await page.focus('[data-twice="forget told"]');
    await pressed(page, 'Enter', 'Tab', 'Enter');
    await seen(page, 'text=None was taken');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await page.click('#tab-journal');
    await row(page, '/text-to-video').waitFor();
    assert.deepEqual(await jobs(), before);
    await page.context().close();
  });
}
