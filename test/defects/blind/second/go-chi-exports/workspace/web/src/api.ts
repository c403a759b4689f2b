export async function api<T>(path: string, init?: RequestInit): Promise<T> {
  const res = await fetch(`/v1${path}`, init)
  if (!res.ok) throw new Error((await res.json()).code)
  return res.json() as Promise<T>
}
