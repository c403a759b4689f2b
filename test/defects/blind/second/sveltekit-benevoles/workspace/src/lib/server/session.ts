import { error } from '@sveltejs/kit'

export function exigerBenevole(locals: App.Locals): string {
  if (!locals.benevoleId) error(401, 'non_connecte')
  return locals.benevoleId
}

export function exigerCoordination(locals: App.Locals): void {
  if (!locals.coordination) error(403, 'reserve_a_la_coordination')
}
