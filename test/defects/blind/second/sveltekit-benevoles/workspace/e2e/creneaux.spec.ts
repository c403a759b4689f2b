import { expect, test } from '@playwright/test'

test('la page montre les créneaux', async ({ page }) => {
  await page.goto('/creneaux')
  await expect(page).toHaveURL(/creneaux/)
})
