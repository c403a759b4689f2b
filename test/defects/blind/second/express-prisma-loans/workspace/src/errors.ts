import type { NextFunction, Request, Response } from 'express'

export class AppError extends Error {
  constructor(public status: number, public code: string, message: string) {
    super(message)
  }
}

export function notFound(what: string): AppError {
  return new AppError(404, 'not_found', `${what} was not found.`)
}

export function errorHandler(err: unknown, _req: Request, res: Response, _next: NextFunction) {
  if (err instanceof AppError) return res.status(err.status).json({ error: { code: err.code, message: err.message } })
  return res.status(500).json({ error: { code: 'internal', message: 'Something went wrong.' } })
}
