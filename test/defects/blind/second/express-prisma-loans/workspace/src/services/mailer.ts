import nodemailer from 'nodemailer'
import { config } from '../config.js'

const transport = nodemailer.createTransport(config.smtpUrl)

export async function sendMail(to: string, subject: string, text: string): Promise<void> {
  await transport.sendMail({ from: 'desk@example.edu', to, subject, text })
}
