import { request } from './client';

export interface Order { id: number; total_cents: number }
export const getOrder = (id: number): Promise<Order> => request(`/orders/${id}`);
