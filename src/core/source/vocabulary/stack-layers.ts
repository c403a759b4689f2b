/**
 * An item that names what a layer of the product is built with: `Frontend: Nuxt 3`. The value is a few words without a
 * verb; a longer one may demand something.
 */
export const stackLayer =
  /^(?:front[- ]?end|back[- ]?end|full[- ]?stack|(?:web )?frameworks?|(?:programming )?languages?|database|db|orm|cache|caching|styling|styles|css|ui (?:library|framework|kit)|state(?: management)?|(?:build|bundler|package manager)(?: tools?)?|hosting|deploy(?:ment)?|ci\/?cd|infrastructure|cloud|runtime|server|api|auth(?:entication)?|libraries|librer[ií]as|bibliotecas|lenguajes?|linguage(?:m|ns)|base de datos|banco de dados|base de données|langages?|datenbank|sprachen?|язык(?:и)?|база данных|бэкенд|фронтенд|фреймворки?|前端|后端|後端|数据库|資料庫|框架|语言|部署|フロントエンド|バックエンド|データベース|言語|フレームワーク|프론트엔드|백엔드|데이터베이스|언어|프레임워크|cơ sở dữ liệu|ngôn ngữ)\s*[:：–—-]\s*(\S.{0,60})$/iu;
