import PaydownProject
import PaydownScreen
import Testing

@Suite struct ConfigurationPlacesTests {
    @Test(
        arguments: [
            (["XDG_CONFIG_HOME": "/x", "HOME": "/home/me"], "/x/paydown"),
            (["HOME": "/home/me"], "/home/me/.config/paydown"),
            (["XDG_CONFIG_HOME": "", "HOME": "/home/me"], "/home/me/.config/paydown"),
            (["XDG_CONFIG_HOME": "relative", "HOME": "/home/me"], "/home/me/.config/paydown"),
            ([:], nil),
        ] as [([String: String], String?)])
    func `the user's folder is where XDG says`(environment: [String: String], expected: String?) {
        let places = ConfigurationPlaces(environment: { environment[$0] }, root: nil)

        #expect(places.userFolder == expected)
        #expect(places.userFile == expected.map { $0 + "/config.toml" })
        #expect(places.userThemes == expected.map { $0 + "/themes" })
    }

    @Test func `the project's files are at its root`() {
        let places = ConfigurationPlaces(environment: { _ in nil }, root: "/p")

        #expect(places.projectFiles == ["/p/paydown.toml", "/p/pyproject.toml"])
        #expect(places.projectThemes == "/p/.paydown/themes")
        #expect(places.watched == ["/p/.paydown/themes", "/p/paydown.toml", "/p/pyproject.toml"])
    }
}
