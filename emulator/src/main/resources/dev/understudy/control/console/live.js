// The journal of a sandbox as it is written: by server-sent events, and by asking where those do not get through. A
// browser's EventSource can send no header, and both the sandbox and the token are in headers, so the stream is read here.
import { call, headers, refusal } from './api.js';

const EVERY = 2000;
const RETRY = 1000;

const pause = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** The event that some lines of a stream mean; null for a comment. */
export function parse(block) {
  const fields = {};
  for (const line of block.split('\n')) {
    const [, name, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
    if (name) fields[name] = value;
  }
  return fields.data ? { id: Number(fields.id), name: fields.event, data: JSON.parse(fields.data) } : null;
}

async function stream(after, signal, tell) {
  const answer = await fetch(`journal/stream?after=${after}`, { headers: headers(), signal, cache: 'no-store' });
  if (!answer.ok) throw await refusal(answer);
  tell.standing('on');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let last = after;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return last;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop();
    const events = blocks.map(parse).filter(Boolean);
    for (const event of events) last = tell.seen(event.id);
    if (events.some((event) => event.name === 'restarted')) tell.restarted();
    const entries = events.filter((event) => event.name === 'entry').map((event) => event.data);
    if (entries.length > 0) tell.entries(entries);
  }
}

async function poll(after, signal, tell) {
  const page = await call(`journal?after=${after}&limit=200`);
  tell.standing('polling');
  if (page.entries.length > 0) tell.entries(page.entries);
  await pause(EVERY, signal);
  return page.next;
}

/**
 * Follows a journal until it is told to stop.
 * @param tell is told of entries, of a journal that began anew, and of how the connection stands
 */
export function follow(after, { entries, restarted, standing }) {
  const abort = new AbortController();
  const { signal } = abort;
  let last = after;
  const tell = { entries, restarted, standing, seen: (id) => (last = id) };
  const run = async () => {
    let broken = 0;
    let polled = 0;
    while (!signal.aborted) {
      try {
        if (broken < 3 || polled >= 10) {
          polled = 0;
          await stream(last, signal, tell);
          broken = 0;
        } else {
          last = await poll(last, signal, tell);
          polled += 1;
        }
      } catch (problem) {
        if (signal.aborted || problem.status === 401 || problem.status === 404) return;
        broken += 1;
        standing('away');
        await pause(RETRY, signal);
      }
    }
  };
  run();
  return () => abort.abort();
}
