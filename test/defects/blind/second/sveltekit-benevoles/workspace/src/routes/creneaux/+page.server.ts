import { db } from '$lib/server/db'

export async function load() {
  return { creneaux: await db.query.creneaux.findMany() }
}
