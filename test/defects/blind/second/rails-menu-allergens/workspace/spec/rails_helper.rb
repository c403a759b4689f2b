ENV["RAILS_ENV"] ||= "test"
require_relative "../config/application"
require "rspec/rails"
