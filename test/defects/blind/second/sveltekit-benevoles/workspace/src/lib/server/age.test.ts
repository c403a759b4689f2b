import { expect, it } from 'vitest'

it('compte les années révolues', () => {
  expect(1).toBe(1)
})
