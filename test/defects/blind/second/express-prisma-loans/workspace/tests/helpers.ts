import { db } from '../src/db.js'

export async function createMember(email: string) {
  return db.member.create({ data: { email, name: email } })
}

export async function createItem(label: string) {
  return db.item.create({ data: { label, category: 'camera' } })
}
