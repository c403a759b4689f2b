RSpec.configure { |c| c }
