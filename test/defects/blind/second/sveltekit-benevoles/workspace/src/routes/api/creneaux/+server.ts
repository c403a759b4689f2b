import { json } from '@sveltejs/kit'
import { db } from '$lib/server/db'

export async function GET() {
  return json(await db.query.creneaux.findMany())
}
