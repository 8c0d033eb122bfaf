// What the console is shown with: the jobs of a made-up studio, through four wire formats, on a clock that stands still.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { baseUrl, clip, script } from './kit.mjs';

const MORNING = '2026-03-02T09:00:00Z';
const json = { 'Content-Type': 'application/json' };

/** A caller of a server with a key: `ask` goes to any API, `control` to the emulator's own. */
export function caller(key, at = baseUrl) {
  const ask = async (path, body, { method = body ? 'POST' : 'GET', ...headers } = {}) => {
    const answer = await fetch(at + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'User-Agent': 'trailer-studio/2.4', ...(body && !(body instanceof FormData) && json), ...headers },
      body: body && !(body instanceof FormData) ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const control = (path, body, options) => ask(`/__understudy/${path}`, body, options);
  return {
    ask,
    control,
    push: (by) => control('clock/advance', { by }),
    reference: async () => (await control('sandbox')).body.reference,
    upload: async (file) => {
      const form = new FormData();
      form.append('file', new Blob([await readFile(file)], { type: 'video/mp4' }), basename(file));
      return (await ask('/api/v3/media/upload/binary', form)).body.data.download_url;
    },
    wavespeed: (model, input) => ask(`/api/v3/openai/${model}`, input),
    eachlabs: (model, input) => ask('/v1/prediction', { model, version: '0.0.1', input }, { 'X-API-Key': key }),
    guide: (input) => ask('/v1/sora/generations', { model: 'sora-2', ...input }),
    openai: (input) => ask('/v1/videos', { model: 'sora-2', ...input }),
  };
}

/** A sandbox at nine o'clock, whatever the time is. */
export async function atNine(key) {
  const one = caller(key);
  await one.control('clock', { mode: 'frozen', now: MORNING });
  return one;
}

/** Fills a sandbox with a morning's work: some done, one failed, some at work, one waiting. */
export async function work(one, key) {
  const joe = await one.upload(clip('clip-3s.mp4'));
  await one.wavespeed('sora-2/characters', { video: joe, name: 'Joe' });
  await one.push('PT15S');
  await one.eachlabs('sora-2-text-to-video', { prompt: 'A lighthouse in the fog, slow pan', duration: 8 });
  await script(key, [
    { fault: 'late-failure', with: { delay: 'PT20S' }, when: { next: 1 }, on: 'submit', model: 'openai/sora-2-pro/*' },
    { fault: 'rate-limited', with: { 'retry-after': 'PT5S' }, when: { next: 1 }, on: 'submit', model: 'openai/sora-2/text-to-video' },
  ]);
  const failing = await one.wavespeed('sora-2-pro/text-to-video', { prompt: 'Joe walks into the archive, handheld', size: '1920*1080' });
  const poll = () => one.ask(`/api/v3/predictions/${failing.body.data.id}/result`);
  await one.push('PT25S');
  await one.guide({ prompt: 'Market street at noon, crowd' });
  await poll();
  await one.wavespeed('sora-2/text-to-video', { prompt: 'Rain on a tin roof' });
  await one.push('PT30S');
  await one.wavespeed('sora-2/text-to-video', { prompt: 'Rain on a tin roof' });
  await poll();
  await one.push('PT50S');
  await poll();
  await one.openai({ prompt: 'Title card: “The Understudy”, letterpress', size: '1280x720', seconds: '8' });
  await one.push('PT75S');
  await poll();
  await one.wavespeed('sora-2/text-to-video-pro', { prompt: 'The curtain rises, wide shot', size: '1792*1024' });
  await one.push('PT35S');
  await one.eachlabs('sora-2-text-to-video-pro', { prompt: 'Credits over a night sky' });
  await one.push('PT2S');
  return failing.body.data.id;
}
