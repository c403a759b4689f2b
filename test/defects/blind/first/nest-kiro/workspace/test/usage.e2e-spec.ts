describe('usage', () => { it('records', () => undefined); });
