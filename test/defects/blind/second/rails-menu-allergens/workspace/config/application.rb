require "rails/all"

module Carta
  class Application < Rails::Application
    config.load_defaults 7.2
    config.x.menu_cache_minutes = ENV.fetch("MENU_CACHE_MINUTES", 10).to_i
  end
end
