"""Calls of bare names, WebSocket and Manager in any case."""


def work(get_WebSocket_MANAGER, thing):
    get_WebSocket_MANAGER()
    thing.get_websocket_manager()
    create_websocket_manager()
    websocket_manager_FACTORY()
    websocket_managers(websocket_manager(1), key=[websocket_manager_for(x) for x in thing])
    (websocket_manager)()
    websocket_manager()()
    websocket_manager[0]()
    return f"{websocket_manager(2)} {thing!r:>{websocket_manager_width(3)}}"


@websocket_manager_decorator(1)
class Plain(websocket_manager_base(2)):
    x: websocket_manager_annotation(3) = websocket_manager_value(4)

    @websocket_manager_bare
    async def y(self, z=websocket_manager_default(5)) -> websocket_manager_result(6):
        await websocket_manager(
            7,
        )
        lambda: websocket_manager(8)
        # websocket_manager(9)
