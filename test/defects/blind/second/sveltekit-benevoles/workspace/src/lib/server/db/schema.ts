import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const benevoles = pgTable('benevoles', {
  id: uuid('id').primaryKey().defaultRandom(),
  nom: text('nom').notNull(),
  courriel: text('courriel').notNull().unique(),
  neLe: date('ne_le').notNull(),
})

export const evenements = pgTable('evenements', {
  id: uuid('id').primaryKey().defaultRandom(),
  titre: text('titre').notNull(),
  lieu: text('lieu').notNull(),
})

export const creneaux = pgTable('creneaux', {
  id: uuid('id').primaryKey().defaultRandom(),
  evenementId: uuid('evenement_id').notNull().references(() => evenements.id),
  debut: timestamp('debut', { withTimezone: true }).notNull(),
  fin: timestamp('fin', { withTimezone: true }).notNull(),
  places: integer('places').notNull(),
  ageMinimum: integer('age_minimum').notNull().default(16),
})
