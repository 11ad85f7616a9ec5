import PaydownCore

extension FileFacts {
    /// Puts the id of each name in the place of its number.
    mutating func exchangeNames(_ ids: UnsafeBufferPointer<StringID>) {
        func exchange(_ name: inout StringID) { name = ids[Int(name.rawValue)] }
        scopes.exchangeEach { exchange(&$0.name) }
        imports.exchangeEach {
            exchange(&$0.module)
            exchange(&$0.alias)
        }
        importedNames.exchangeEach {
            exchange(&$0.name)
            exchange(&$0.alias)
        }
        classes.exchangeEach { exchange(&$0.name) }
        bases.exchangeEach {
            exchange(&$0.keyword)
            exchange(&$0.name)
            exchange(&$0.subscripted)
        }
        functions.exchangeEach { exchange(&$0.name) }
        parameters.exchangeEach { exchange(&$0.name) }
        decorators.exchangeEach { exchange(&$0.name) }
        calls.exchangeEach {
            exchange(&$0.name)
            exchange(&$0.key)
        }
        subscripts.exchangeEach {
            exchange(&$0.name)
            exchange(&$0.key)
        }
        assignments.exchangeEach {
            exchange(&$0.target)
            exchange(&$0.callee)
        }
        globals.exchangeEach { exchange(&$0.name) }
        dottedStrings.exchangeEach { exchange(&$0.text) }
    }
}

extension Array {
    @inline(__always)
    fileprivate mutating func exchangeEach(_ exchange: (inout Element) -> Void) {
        // Asks once, not for each element, whether anybody else holds the array.
        withUnsafeMutableBufferPointer { elements in
            for index in elements.indices { exchange(&elements[index]) }
        }
    }
}
