import { apiFetch } from '../api/client'

export function LoanButton({ itemId }: { itemId: string }) {
  return <button onClick={() => apiFetch('/loans', { method: 'POST', body: JSON.stringify({ itemId }) })}>Borrow</button>
}
