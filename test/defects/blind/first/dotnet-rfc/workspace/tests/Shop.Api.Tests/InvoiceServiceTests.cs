public class InvoiceServiceTests { }
