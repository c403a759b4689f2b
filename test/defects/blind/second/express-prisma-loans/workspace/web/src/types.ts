export interface Item {
  id: string
  label: string
  category: string
}
