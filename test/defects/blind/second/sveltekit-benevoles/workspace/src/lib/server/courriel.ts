import nodemailer from 'nodemailer'

const transport = nodemailer.createTransport(process.env.SMTP_URL ?? 'smtp://localhost:1025')

export async function envoyer(a: string, sujet: string, texte: string): Promise<void> {
  await transport.sendMail({ from: 'equipe@example.org', to: a, subject: sujet, text: texte })
}
