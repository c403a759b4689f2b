import type { NextFunction, Request, Response } from 'express'
import { AppError } from '../errors.js'

export function requireMember(req: Request, _res: Response, next: NextFunction) {
  if (!req.headers.authorization) return next(new AppError(401, 'unauthenticated', 'Please sign in.'))
  next()
}

export function requireStaff(req: Request, _res: Response, next: NextFunction) {
  if (req.headers['x-staff'] !== '1') return next(new AppError(403, 'staff_only', 'Only staff may do this.'))
  next()
}
