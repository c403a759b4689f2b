#[test]
fn status_prints() {}
