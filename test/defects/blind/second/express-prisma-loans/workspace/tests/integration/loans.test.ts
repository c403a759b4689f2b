import { describe, expect, it } from 'vitest'
import request from 'supertest'
import { createApp } from '../../src/app.js'

describe('loans', () => {
  it('refuses a second loan of one item', async () => {
    const res = await request(createApp()).post('/api/loans').send({})
    expect(res.status).toBe(401)
  })
})
