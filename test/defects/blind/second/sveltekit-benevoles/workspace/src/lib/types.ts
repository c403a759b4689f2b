export interface Creneau {
  id: string
  debut: string
  fin: string
  places: number
}
