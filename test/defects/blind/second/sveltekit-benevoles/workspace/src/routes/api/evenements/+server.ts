import { json } from '@sveltejs/kit'
import { exigerCoordination } from '$lib/server/session'

export async function POST({ locals }) {
  exigerCoordination(locals)
  return json({}, { status: 201 })
}
