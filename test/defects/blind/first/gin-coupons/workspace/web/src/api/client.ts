export async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`/api/v1${path}`, init);
  return (await answer.json()) as T;
}
