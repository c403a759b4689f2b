/** What a server says of its refusal, whatever shape it chose. */
export interface ServerError {
  readonly message: string;
  /** Such as `context_length_exceeded`; a number is a status. */
  readonly code: string;
  /** Name of the parameter that is refused. */
  readonly param: string;
}

const nothing: ServerError = { message: '', code: '', param: '' };

/**
 * Reads an error's body: `{"error":{"message"}}` (OpenAI and most), `{"error":"text"}` (Ollama, llama.cpp),
 * `[{"error":{…}}]` (Gemini), `{"object":"error","message"}` (vLLM), `{"detail":[{"loc","msg"}]}` (FastAPI),
 * `{"message"}`, or plain text. A web page says nothing.
 */
export function readServerError(text: string): ServerError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const plain = text.trim();
    return plain.startsWith('<') ? nothing : { ...nothing, message: plain };
  }
  return serverErrorOf(value);
}

/** The same of a value that was parsed. */
export function serverErrorOf(value: unknown): ServerError {
  if (typeof value === 'string') return { ...nothing, message: value };
  if (Array.isArray(value)) {
    const [first, ...more] = value.map(serverErrorOf);
    if (first === undefined) return nothing;
    return { ...first, message: [first, ...more].map(({ message }) => message).join('; ') };
  }
  if (!isRecord(value)) return nothing;
  if (value['error'] !== undefined && value['error'] !== null) {
    const inner = serverErrorOf(value['error']);
    return inner.message === '' ? { ...inner, message: textOf(value['message']) } : inner;
  }
  if (value['detail'] !== undefined) return serverErrorOf(value['detail']);
  // What a gateway's own words ("Provider returned error") hide.
  const raw = isRecord(value['metadata']) ? value['metadata']['raw'] : undefined;
  const told = value['message'];
  // Mistral's message is the list of what does not fit.
  const said = textOf(told) || textOf(value['msg']) || (isRecord(told) ? serverErrorOf(told).message : '');
  const inner = typeof raw === 'string' && raw !== '' ? readServerError(raw).message : '';
  const place = Array.isArray(value['loc']) ? value['loc'].filter(isName).join('.') : '';
  return {
    message: [place, said, inner].filter((part) => part !== '').join(': '),
    code: textOf(value['code']) || textOf(value['type']) || textOf(value['status']),
    param: textOf(value['param']),
  };
}

/** Whether a parsed answer is an error, though its status says that all is well. */
export function isErrorAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isErrorAnswer);
  if (!isRecord(value)) return false;
  if (value['error'] !== undefined && value['error'] !== null) return true;
  return value['object'] === 'error' || (value['type'] === 'error' && value['choices'] === undefined);
}

/** A server's refusal, thrown; by shape like the SDK's own. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';
  readonly status: number | undefined;
  readonly error: ServerError;
  readonly headers: { get(name: string): string | null } | undefined;

  /** @param status `undefined` where the error came inside an answer and names none */
  constructor(
    status: number | undefined,
    error: ServerError,
    headers?: { get(name: string): string | null },
  ) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }

  static is(value: unknown): value is ServerRefusal {
    return value instanceof ServerRefusal;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== 'body') || typeof value === 'number';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
