export const reglages = {
  rappelHeures: Number(process.env.RAPPEL_HEURES ?? 24),
}
