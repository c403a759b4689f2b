import { LoanButton } from '../components/LoanButton'
import type { Item } from '../types'

export function ItemPage({ item }: { item: Item }) {
  return (
    <main>
      <h1>{item.label}</h1>
      <LoanButton itemId={item.id} />
    </main>
  )
}
