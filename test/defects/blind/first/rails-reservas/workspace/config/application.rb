module Reservas
  class Application < Rails::Application
  end
end
