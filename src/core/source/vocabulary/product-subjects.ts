/** A statement that opens with the product as what does something: "The system ...", "Hệ thống ...", "システムは...". */
export const opensWithProduct =
  /^(?:(?:the|el|la|o|a|le|das|die|der)\s|l['’])?(?:system|app|application|product|tool|service|software|platform|sistema|aplicación|aplicação|aplicativo|producto|produto|plataforma|système|produit|logiciel|plateforme|anwendung|produkt|plattform|система|приложение|программа|сервис|hệ thống|ứng dụng|phần mềm)\s\p{Ll}|^(?:系统|应用|平台|软件|小程序|システム|アプリ|시스템|앱)(?:は|が|은|는|이|가|会|能|可|自动|应|须|必|支持|提供|允许|向|对|将|在|按|为|从|\p{Script=Han})/iu;
