// How the provider of a model wants to be called: where, with which header, and what its inputs are called there.

const bearer = ['Authorization', 'Bearer '];

const present = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

const hasFile = (values) => Object.values(values).some((value) => value instanceof File);

const parts = (values) => Object.entries(values).map(([name, value]) =>
  [name, value instanceof File || typeof value === 'string' ? value : JSON.stringify(value)]);

const PROVIDERS = {
  wavespeed: {
    title: 'WaveSpeedAI',
    request: (model, values) => ({ path: `/api/v3/${model}`, auth: bearer, json: values }),
  },
  eachlabs: {
    title: 'each::labs',
    hidden: ['video_url', 'image_url', 'character_ids'],
    request: (model, values) => ({
      path: '/v1/prediction', auth: ['X-API-Key', ''], json: { model, version: '0.0.1', input: values },
    }),
  },
  soraguide: {
    title: 'The guide',
    // Prompts mention characters with @; they are no input of their own.
    hidden: ['characters'],
    hiddenIn: { 'sora-2-character': ['from_task'], 'sora-2-character/from-task': ['video'] },
    required: { 'sora-2-character': ['video', 'timestamps'], 'sora-2-character/from-task': ['from_task'] },
    names: { video: 'url' },
    request: (model, values) => {
      const [plain] = model.split('/');
      return { path: `/v1/sora/${plain === 'sora-2-character' ? 'characters' : 'generations'}`, auth: bearer, json: { model: plain, ...values } };
    },
  },
  openai: {
    title: 'OpenAI',
    hidden: ['length', 'remixed_from', 'source', 'extensions'],
    names: { image: 'input_reference', duration: 'seconds' },
    schemas: { duration: { type: 'string', enum: ['4', '8', '12'], default: '4' } },
    files: true,
    request: (model, values) => {
      if (model === 'characters') return { path: '/v1/videos/characters', auth: bearer, form: parts(values) };
      const all = { model, ...values };
      return { path: '/v1/videos', auth: bearer, ...(hasFile(values) ? { form: parts(all) } : { json: all }) };
    },
  },
};

export const title = (provider) => PROVIDERS[provider]?.title ?? provider;

/** The inputs of a model as its provider's callers send them, in the order of its schema. */
export function inputs({ provider, name, schema }) {
  const { hidden = [], hiddenIn = {}, required = {}, names = {}, schemas = {}, files = false } = PROVIDERS[provider];
  const absent = [...hidden, ...(hiddenIn[name] ?? [])];
  const needed = required[name] ?? schema.required ?? [];
  const order = schema['x-order-properties'] ?? Object.keys(schema.properties);
  return order.filter((field) => !absent.includes(field)).map((field) => ({
    name: names[field] ?? field,
    schema: schemas[field] ?? schema.properties[field],
    required: needed.includes(field),
    media: field === 'video' || field === 'image' ? field : '',
    file: files,
  }));
}

/** The call for a model: its path, the name and the beginning of the header for the key, and its JSON or its form. */
export const request = ({ provider, name }, values) => PROVIDERS[provider].request(name, present(values));
