export const config = {
  port: Number(process.env.PORT ?? 3000),
  databaseUrl: process.env.DATABASE_URL ?? '',
  smtpUrl: process.env.SMTP_URL ?? 'smtp://localhost:1025',
  loanExtensionDays: Number(process.env.LOAN_EXTENSION_DAYS ?? 7),
}
