// The official JavaScript client of the OpenAI API, unmodified: the newest version, and the first with characters.
// Usage: UNDERSTUDY_URL=http://127.0.0.1:8080 node openai.mjs
import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import * as newest from 'openai';
import * as first from 'openai-6-28';
import { baseUrl, calls, check, clip, finish, freshKey, script, until } from './kit.mjs';

const CHARACTER = /^char_[0-9a-f]{32}$/;
const mp4 = readFileSync(clip('clip-3s.mp4'));

async function suite(version, { default: OpenAI, toFile }) {
  const key = freshKey(`openai-${version}`);
  const settings = { apiKey: key, baseURL: `${baseUrl}/v1` };
  const { videos } = new OpenAI(settings);
  const hasty = new OpenAI({ ...settings, maxRetries: 0 }).videos;
  const ended = (id) => until(() => videos.retrieve(id), ({ status }) => ['completed', 'failed'].includes(status));
  const bytes = async (id, query) => {
    const answer = await videos.downloadContent(id, query);
    return { type: answer.headers.get('content-type'), body: Buffer.from(await answer.arrayBuffer()) };
  };
  const refused = async (action, Kind, status, about) => {
    const error = await action().then(
      () => assert.fail('was not refused'),
      (thrown) => thrown,
    );
    assert.ok(error instanceof Kind, `${error.constructor.name}: ${error.message}`);
    assert.equal(error.status, status);
    assert.match(error.requestID, /^req_[0-9a-f]{32}$/);
    assert.match(error.message, about);
    return error;
  };

  let mossy;
  await check(`${version}: a clip becomes a character, from a file, from bytes and from a stream`, async () => {
    const sources = [
      createReadStream(clip('clip-3s.mp4')),
      await toFile(mp4, 'clip.mp4', { type: 'video/mp4' }),
      await toFile(mp4),
      new File([mp4], 'clip.mp4', { type: 'video/mp4' }),
      new Response(Readable.toWeb(Readable.from([mp4.subarray(0, 1000), mp4.subarray(1000)]))),
    ];
    const ids = new Set();
    for (const video of sources) {
      mossy = await videos.createCharacter({ video, name: 'Mossy' });
      assert.match(mossy.id, CHARACTER);
      assert.equal(mossy.name, 'Mossy');
      assert.ok(Number.isInteger(mossy.created_at));
      assert.match(mossy._request_id, /^req_/);
      ids.add(mossy.id);
    }
    assert.equal(ids.size, sources.length);
    assert.deepEqual(await videos.getCharacter(mossy.id), mossy);
  });

  let video;
  await check(`${version}: the character plays in a video`, async () => {
    const prompt = 'Mossy the teapot weaves through a lantern-lit market';
    const queued = await videos.create({ model: 'sora-2', prompt, seconds: '4', characters: [{ id: mossy.id }] });
    assert.match(queued.id, /^video_[0-9a-f]{32,48}$/);
    assert.equal(queued.object, 'video');
    assert.ok(['queued', 'in_progress'].includes(queued.status), queued.status);
    video = await ended(queued.id);
    assert.equal(video.status, 'completed', JSON.stringify(video.error));
    assert.equal(video.progress, 100);
    assert.equal(video.seconds, '4');
    assert.equal(video.size, '720x1280');
    assert.equal(video.prompt, prompt);
    assert.ok(video.completed_at >= video.created_at && video.expires_at > video.completed_at);
    assert.equal(video.error, null);
  });

  await check(`${version}: its content, its thumbnail and its sheet can be downloaded`, async () => {
    const film = await bytes(video.id);
    assert.equal(film.type, 'video/mp4');
    assert.equal(film.body.toString('latin1', 4, 8), 'ftyp');
    assert.deepEqual((await bytes(video.id, { variant: 'video' })).body, film.body);
    const thumbnail = await bytes(video.id, { variant: 'thumbnail' });
    assert.equal(thumbnail.type, 'image/webp');
    assert.equal(thumbnail.body.toString('latin1', 8, 16), 'WEBPVP8L');
    const sheet = await bytes(video.id, { variant: 'spritesheet' });
    assert.equal(sheet.type, 'image/jpeg');
    assert.equal(sheet.body.toString('hex', 0, 3), 'ffd8ff');
  });

  await check(`${version}: a remix remembers what it was made of; an edit and an extension are made`, async () => {
    const remix = await videos.remix(video.id, { prompt: 'the same by night' });
    assert.equal(remix.remixed_from_video_id, video.id);
    const edit = await videos.edit({ video: { id: video.id }, prompt: 'with more lanterns' });
    const longer = await videos.extend({ video: { id: video.id }, prompt: 'and out of the gate', seconds: '4' });
    for (const { id } of [remix, edit, longer]) {
      assert.equal((await ended(id)).status, 'completed');
    }
    assert.equal((await videos.retrieve(longer.id)).seconds, '8');
  });

  await check(`${version}: the list comes page by page, and what is deleted is gone from it`, async () => {
    const all = [];
    for await (const each of videos.list({ limit: 3 })) all.push(each.id);
    assert.equal(all.length, 4);
    assert.equal(all.at(-1), video.id);
    const oldestFirst = await videos.list({ order: 'asc', limit: 1 });
    assert.equal(oldestFirst.data[0].id, video.id);
    assert.equal(oldestFirst.hasNextPage(), true);
    const gone = await videos.delete(video.id);
    assert.deepEqual({ ...gone }, { id: video.id, object: 'video.deleted', deleted: true });
    await refused(() => videos.retrieve(video.id), OpenAI.NotFoundError, 404, /not found/);
    const left = [];
    for await (const each of videos.list({ limit: 1 })) left.push(each.id);
    assert.deepEqual(left, all.slice(0, -1));
  });

  await check(`${version}: what is wrong with a request is a BadRequestError that names it`, async () => {
    const five = () => hasty.create({ prompt: 'Rain', seconds: '5' });
    const error = await refused(five, OpenAI.BadRequestError, 400, /Invalid value: '5'/);
    assert.deepEqual([error.type, error.param, error.code], ['invalid_request_error', 'seconds', 'invalid_value']);
    const crowd = [1, 2, 3].map(() => ({ id: mossy.id }));
    await refused(() => hasty.create({ prompt: 'Mossy', characters: crowd }), OpenAI.BadRequestError, 400, /./);
    for (const [wrong, name] of [['clip-1.9s.mp4', 'Mossy'], ['clip-3s.mp4', 'x'.repeat(81)], ['no-such', 'Mossy']]) {
      const source = wrong === 'no-such' ? await toFile(Buffer.from('no video'), 'a.mp4') : createReadStream(clip(wrong));
      const create = () => hasty.createCharacter({ video: source, name });
      await refused(create, OpenAI.BadRequestError, 400, /./);
    }
  });

  await check(`${version}: no key is an AuthenticationError, nothing there a NotFoundError`, async () => {
    const nobody = new OpenAI({ ...settings, defaultHeaders: { Authorization: null }, maxRetries: 0 });
    await refused(() => nobody.videos.list(), OpenAI.AuthenticationError, 401, /API key/);
    await refused(() => hasty.retrieve('video_nowhere'), OpenAI.NotFoundError, 404, /'video_nowhere' not found/);
    await refused(() => hasty.getCharacter('char_nowhere'), OpenAI.NotFoundError, 404, /char_nowhere/);
    await refused(() => new OpenAI(settings).get('/nowhere'), OpenAI.NotFoundError, 404, /./);
  });

  await check(`${version}: too many are a RateLimitError, and 5xx and 429 are tried again by the client itself`, async () => {
    await script(key, [{ fault: 'rate-limited', when: { next: 1 } }]);
    await refused(() => hasty.list(), OpenAI.RateLimitError, 429, /./);
    await script(key, [{ fault: 'forbidden', when: { next: 1 } }]);
    await refused(() => hasty.list(), OpenAI.PermissionDeniedError, 403, /./);
    await script(key, [{ fault: 'server-error; status=503', when: { next: 1 } }]);
    await refused(() => hasty.list(), OpenAI.InternalServerError, 503, /./);
    for (const fault of ['server-error', 'rate-limited']) {
      await script(key, [{ fault, when: { next: 1 } }]);
      await videos.create({ prompt: 'Rain', seconds: '4' });
      const status = fault === 'server-error' ? 500 : 429;
      assert.deepEqual((await calls(key)).slice(-2), [`POST /v1/videos ${status}`, 'POST /v1/videos 200']);
    }
  });
}

await Promise.all([suite('newest', newest), suite('6.28.0', first)]);
finish();
