import argparse


def main() -> None:
    parser = argparse.ArgumentParser(prog="praxis")
    parser.add_argument("command", choices=["close-day"])
    parser.parse_args()


if __name__ == "__main__":
    main()
